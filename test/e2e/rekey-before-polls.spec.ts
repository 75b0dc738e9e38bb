import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stableId } from '#domain/hash.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import { readEnv } from '#runtime/env.js';
import { openReader, type Reader } from '#runtime/open-reader.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { loopbackServer, type LoopbackServer } from '../support/loopback-server.js';
import { allArticles } from './support/dump-rows.js';
import { ManualClock } from './support/manual-clock.js';
import { workUntilDone, type Workplace } from './support/work-until-done.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const TITLE = 'Pakistan reopens Torkham';
const link = (form: string): string => `https://shared.example/world/torkham-1${form}`;
const feed = (form: string): string =>
  `<rss version="2.0"><channel><title>T</title><item><title>${TITLE}</title><link>${link(form)}</link></item></channel></rss>`;

const folder = mkdtempSync(join(tmpdir(), 'narrative-rekey-'));
let server: LoopbackServer;
let reader: Reader;
let form = '';
beforeAll(async () => {
  server = await loopbackServer((_, response) => void response.end(feed(form)));
  reader = openReader(readEnv({ ALLOW_ORIGINS: server.origin }), { optOut: [] });
});
afterAll(async () => {
  await reader.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Workplace> {
  const source = sourceSchema.parse({
    ...{ id: 'sample', name: 'Sample', country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
    feeds: [{ id: 'sample', url: `${server.origin}/feed` }],
  });
  const config = {
    register: new SourceRegister([source]),
    taxonomy: loadTaxonomy('config/themes.yaml'),
    alerting: { rules: [], subscriptions: [] },
    optOut: [],
  };
  const stores = await openSqlite({ file: join(folder, 'narrative.db') });
  return { stores, clock: new ManualClock(NOW), config, reader };
}

describe('a store whose articles have keys of older rules', () => {
  it('has them keyed anew before anything is polled, so that no article is stored a second time', async () => {
    const place = await open();
    const { articles } = place.stores;
    form = '/amp';
    await workUntilDone(place);
    const [stored] = await allArticles(place.stores);
    const old = {
      id: stored!.id,
      seq: stored!.seq,
      urlKey: 'shared.example/world/torkham-1/amp',
      keyVersion: 1,
    };
    expect(await articles.rekey(old)).toBe(true);
    const inserted: string[] = [];
    const insert = articles.insert.bind(articles);
    articles.insert = async (fresh) => {
      inserted.push(...fresh.map(({ id }) => id));
      return insert(fresh);
    };

    form = '?amp=1';
    place.clock.advance(3 * 24 * 60 * 60_000);
    await workUntilDone(place);
    const found = await allArticles(place.stores);
    expect(found).toMatchObject([
      { id: stableId('shared.example/world/torkham-1'), urlKey: 'shared.example/world/torkham-1' },
    ]);
    expect(found[0]!.keyVersion).toBe(URL_KEY_VERSION);
    expect(inserted).toEqual([]);
    expect((await place.stores.feeds.fetches('sample', 9)).map(({ items }) => items)).toEqual([1, 1]);
    await place.stores.close();
  });
});
