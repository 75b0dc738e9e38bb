import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#domain/clock.js';
import { type Archive, type CapturedItem, readArchive } from './replay-archive.js';
import { type LoopbackServer, loopbackServer } from '../../support/loopback-server.js';

/** When a host was asked, by the clock of the replay, and when it had answered. */
export type Asked = { host: string; outlet: string; status: number; at: Date; until: Date };

export type LiveOutlets = {
  /** Outlet by origin; two outlets may share one. */
  origins: Map<string, string>;
  asked: Asked[];
  /** What appeared at an outlet in `[from, to]`. */
  shown(outlet: string, from: Date, to: Date): CapturedItem[];
  close(): Promise<void>;
};

type TimedItem = CapturedItem & { at: Date };

/** Entries that a feed shows at once. */
const SHOWN = 120;

/**
 * Plays captured feeds as they were: at each moment of `clock` a feed shows the newest items that had appeared by then.
 * `hidden` names items that never appear. Every outlet has a host of its own, but for those of `sharing`, who share one.
 */
export async function startLiveOutlets(options: {
  folder: string;
  outlets: string[];
  sharing: string[];
  clock: Clock;
  hidden: (outlet: string, at: Date) => boolean;
}): Promise<LiveOutlets> {
  const { clock, hidden, outlets, sharing } = options;
  const items = timedItems(readArchive(options.folder, outlets), hidden);
  const asked: Asked[] = [];
  const servers: LoopbackServer[] = [];
  const origins = new Map<string, string>();
  const open = async (names: string[]): Promise<void> => {
    const server = await loopbackServer(answer);
    servers.push(server);
    for (const name of names) origins.set(name, server.origin);
  };
  const shown = (outlet: string, from: Date, to: Date): TimedItem[] =>
    items.get(outlet)!.filter(({ at }) => at >= from && at <= to);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const at = clock.now();
    const outlet = (request.url ?? '').slice(1, -'.xml'.length);
    const { etag, body } = documentOf(outlet, shown(outlet, new Date(0), at).slice(-SHOWN).reverse());
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    response.writeHead(status, { etag, 'content-type': 'application/rss+xml' });
    response.end(status === 200 ? body : undefined);
    asked.push({ host: request.headers.host ?? '', outlet, status, at, until: clock.now() });
  };
  await open(sharing);
  for (const outlet of outlets.filter((name) => !sharing.includes(name))) await open([outlet]);
  return {
    origins,
    asked,
    shown,
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}

function timedItems(
  archive: Archive,
  hidden: (outlet: string, at: Date) => boolean,
): Map<string, TimedItem[]> {
  return new Map(
    [...archive].map(([outlet, captures]) => {
      const items = captures.flatMap((capture) =>
        capture.items.map((item) => ({ ...item, at: dateOf(item) })),
      );
      const visible = items.filter(({ at }) => !hidden(outlet, at));
      return [outlet, visible.sort((a, b) => a.at.getTime() - b.at.getTime())];
    }),
  );
}

function dateOf({ xml }: CapturedItem): Date {
  return new Date(/<pubDate>([^<]*)/.exec(xml)?.[1] ?? NaN);
}

function documentOf(outlet: string, items: TimedItem[]): { etag: string; body: string } {
  const entries = items.map(({ xml }) => xml).join('\n');
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${outlet}</title>${entries}</channel></rss>`;
  return { etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`, body };
}
