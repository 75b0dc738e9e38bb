import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { readArchive } from './replay-archive.js';
import { editedItems, expectItems, planReplay, type ExpectedItem, type ReplayPlan } from './replay-plan.js';
import { replayFeedPath, replaySourcesYaml } from './replay-sources.js';

export type ReplayServer = {
  origin: string;
  /** Every date of the archive, `YYYY-MM-DD`; a day is an index into it. */
  days: readonly string[];
  outlets: readonly string[];
  /** From now on the feeds are those of `day`; it begins with day 0. Throws RangeError past the last day. */
  setDay(day: number): void;
  /** True where every feed has been answered with 200 or 304 since `day` was set, and `day` is still on. */
  allServed(day: number): Promise<boolean>;
  /** Answers by outlet and status since the start. */
  requests(): Record<string, Record<number, number>>;
  /**
   * Every item of the days up to and with `upToDay`, by link as it stands in the feed. A client that polls
   * each day, or skips no more than two in a row, must end with all of them.
   */
  expectedItems(upToDay: number): Map<string, ExpectedItem>;
  /** The links of {@link expectedItems}. */
  links(upToDay: number): Set<string>;
  /** Links of items served, up to and with `upToDay`, first without and later with an edited headline. */
  edited(upToDay: number): Set<string>;
  sourcesYaml(): string;
  close(): Promise<void>;
};

/** The folder of real feed documents beside the repository, or null where it is absent. */
export function replayFolder(): string | null {
  const folder = resolve(process.cwd(), '../shared/data/rss');
  return existsSync(folder) ? folder : null;
}

/**
 * Plays captured feed documents as live feeds on a free port of 127.0.0.1, with ETag and 304. `perturb`
 * (true if left out) edits a headline now and then. Throws where `folder` or an outlet is not there.
 */
export async function startReplayServer(options: {
  folder: string;
  outlets?: string[];
  maxItems?: number;
  perturb?: boolean;
}): Promise<ReplayServer> {
  const archive = readArchive(options.folder, options.outlets, options.maxItems);
  const plan = planReplay(archive, options.perturb ?? true);
  const replay = new Replay(plan);
  const server = createServer((request, response) => replay.answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return describeServer(server, plan, replay);
}

class Replay {
  private day = 0;
  private documents = new Map<string, Document>();
  /** The days on which each outlet's feed has been fetched. */
  private readonly fetched = new Map<string, Set<number>>();
  /** The outlets whose feed has been fetched since the day was set. */
  private readonly served = new Set<string>();
  readonly counts: Record<string, Record<number, number>> = {};

  constructor(private readonly plan: ReplayPlan) {}

  setDay(day: number): void {
    if (!(day in this.plan.days)) throw new RangeError(`there is no day ${day}`);
    this.day = day;
    this.served.clear();
    this.documents = new Map();
  }

  allServed(day: number): boolean {
    return day === this.day && this.plan.outlets.every((outlet) => this.served.has(outlet));
  }

  edited(upToDay: number): Set<string> {
    const links = [...this.fetched].flatMap(([outlet, days]) => {
      const until = [...days].filter((day) => day <= upToDay);
      return editedItems(this.plan, outlet, until);
    });
    return new Set(links);
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const outlet = this.plan.outlets.find((name) => request.url === replayFeedPath(name));
    if (!outlet) return void response.writeHead(404).end();
    const { etag, body } = this.document(outlet);
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    this.note(outlet, status);
    response.writeHead(status, { etag, 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(status === 200 ? body : undefined);
  }

  private note(outlet: string, status: number): void {
    const counts = (this.counts[outlet] ??= {});
    counts[status] = (counts[status] ?? 0) + 1;
    this.served.add(outlet);
    this.fetched.set(outlet, (this.fetched.get(outlet) ?? new Set()).add(this.day));
  }

  private document(outlet: string): Document {
    const known = this.documents.get(outlet);
    if (known) return known;
    const items = this.plan.shown(outlet, this.day).map(({ xml }) => xml);
    const made = renderDocument(outlet, items);
    this.documents.set(outlet, made);
    return made;
  }
}

type Document = { etag: string; body: string };

function renderDocument(outlet: string, items: readonly string[]): Document {
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0"><channel><title>${outlet}</title><link>https://${outlet}.example/</link>`,
    `<description>replay of ${outlet}</description><language>en</language>`,
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
  return { etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`, body };
}

function describeServer(server: Server, plan: ReplayPlan, replay: Replay): ReplayServer {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    days: plan.days,
    outlets: plan.outlets,
    setDay: (day) => replay.setDay(day),
    allServed: (day) => Promise.resolve(replay.allServed(day)),
    requests: () => structuredClone(replay.counts),
    expectedItems: (upToDay) => expectItems(plan, upToDay),
    links: (upToDay) => new Set(expectItems(plan, upToDay).keys()),
    edited: (upToDay) => replay.edited(upToDay),
    sourcesYaml: () => replaySourcesYaml(plan.outlets, origin),
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
