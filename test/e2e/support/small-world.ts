import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alertsConfigSchema } from '#domain/alert-rules.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { readEnv } from '#runtime/env.js';
import type { Config } from '#runtime/load-config.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { openReader } from '#runtime/open-reader.js';
import type { ManualClock } from './manual-clock.js';
import { type SmallItem, smallDocuments } from './small-documents.js';
import { workUntilDone } from './work-until-done.js';

/** One feed and one webhook receiver on loopback: small enough to die at every statement of its run. */
export type SmallWorld = {
  config: Config;
  zones: string[];
  phases: number;
  /** Bodies that the receiver accepted, by webhook id. */
  received: Map<string, unknown>;
  /** Serves the documents of a phase and does all the work that follows from them. */
  play(phase: number, stores: Stores, clock: ManualClock): Promise<void>;
  close(): Promise<void>;
};

/** The moment at which the small world begins. */
export const SMALL_NOW = new Date('2026-11-24T06:00:00Z');
const PHASE_MS = 60 * 60_000;

export async function openSmallWorld(): Promise<SmallWorld> {
  process.env['DESK_SECRET'] =
    `whsec_${Buffer.from('a secret that is used in tests only').toString('base64')}`;
  const documents = smallDocuments(SMALL_NOW);
  const received = new Map<string, unknown>();
  let current: SmallItem[] = [];
  const server = await listen(() => feedOf(current), received);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = configOf(origin);
  const reader = openReader(readEnv({ ALLOW_ORIGINS: origin }), config);
  return {
    config,
    zones: ['UTC'],
    phases: documents.length,
    received,
    play: async (phase, stores, clock) => {
      current = documents[phase]!;
      await workUntilDone({ stores, clock, config, reader });
      clock.advance(PHASE_MS);
    },
    close: async () => {
      await reader.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configOf(origin: string): Config {
  const source = {
    ...{ id: 'sample', name: 'Sample', country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
    feeds: [{ id: 'sample-home', url: `${origin}/feed.xml`, verified: false }],
  };
  return {
    register: new SourceRegister([sourceSchema.parse(source)]),
    taxonomy: loadTaxonomy('config/themes.yaml'),
    alerting: alertsConfigSchema.parse({
      rules: [{ id: 'spike', themes: ['all'], baselineDays: 7, minNegative: 2, deviations: 1 }],
      subscriptions: [{ id: 'desk', webhook: { url: `${origin}/hook`, secretEnv: 'DESK_SECRET' } }],
    }),
    optOut: [],
  };
}

function listen(feed: () => string, received: Map<string, unknown>): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'POST') return void response.end(feed());
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      received.set(String(request.headers['webhook-id']), JSON.parse(body));
      response.end();
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function feedOf(items: SmallItem[]): string {
  const entries = items.map(
    ({ path, title, at }) =>
      `<item><title>${title}</title><link>https://sample.example/${path}</link><pubDate>${at.toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample</title>${entries.join('')}</channel></rss>`;
}
