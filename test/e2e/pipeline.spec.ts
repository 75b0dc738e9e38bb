import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '#domain/article.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { readEnv } from '#runtime/env.js';
import { openReader, type Reader } from '#runtime/open-reader.js';
import type { Config } from '#runtime/load-config.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import { loopbackServer, type LoopbackServer } from '../support/loopback-server.js';
import { allArticles, dumpRows, hashOf } from './support/dump-rows.js';
import { ManualClock } from './support/manual-clock.js';
import { workUntilDone, type Workplace } from './support/work-until-done.js';

type Entry = { path: string; title: string; hour?: number };

const NOW = new Date('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
/** Longer than any lease and any interval of polling. */
const LATER_MS = 3 * 24 * 60 * MINUTE;

let server: LoopbackServer;
let reader: Reader;
let feeds: Record<string, Entry[]> = {};
const folders: string[] = [];

beforeAll(async () => {
  server = await loopbackServer((request, response) => {
    const entries = feeds[request.url!.slice(1)];
    response.writeHead(entries ? 200 : 410).end(entries && rss(entries));
  });
  reader = openReader(readEnv({ ALLOW_ORIGINS: server.origin }), { optOut: [] });
});
afterAll(async () => {
  await reader.close();
  await server.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function rss(entries: Entry[]): string {
  const items = entries.map(({ path, title, hour = 0 }) => {
    const at = new Date(NOW.getTime() - (24 - hour) * 60 * MINUTE).toUTCString();
    return `<item><title>${title}</title><link>https://shared.example/${path}</link><pubDate>${at}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`;
}

function configOf(feedIds: string[]): Config {
  const sources = feedIds.map((id) =>
    sourceSchema.parse({
      ...{ id: `source-${id}`, name: id, country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' },
      feeds: [{ id, url: `${server.origin}/${id}` }],
    }),
  );
  const taxonomy = loadTaxonomy('config/themes.yaml');
  return {
    register: new SourceRegister(sources),
    taxonomy,
    alerting: { rules: [], subscriptions: [] },
    optOut: [],
  };
}

async function open(feedIds: string[]): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'narrative-pipeline-'));
  folders.push(folder);
  const stores = await openSqlite({ file: join(folder, 'narrative.db') });
  return { stores, clock: new ManualClock(NOW), config: configOf(feedIds), reader };
}

const onlyArticle = async (stores: Stores): Promise<Article> => (await allArticles(stores))[0]!;

describe('the pipeline', () => {
  it('makes one article of a URL that two feeds word differently, the same whichever is polled first', async () => {
    const ends = new Set<string>();
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const place = await open(['a', 'b']);
      feeds = { a: [], b: [] };
      for (const id of order) {
        feeds[id] = [{ path: 'story', title: `Kabul and Islamabad agree, says ${id}` }];
        await workUntilDone(place);
        place.clock.advance(LATER_MS);
      }
      const articles = await allArticles(place.stores);
      expect(articles).toMatchObject([
        { title: 'Kabul and Islamabad agree, says a', sourceId: 'source-a', history: [] },
      ]);
      const [{ id, title, sourceId, seenIn, terms, analysis }] = articles as [Article];
      ends.add(JSON.stringify({ id, title, sourceId, seenIn, terms, themes: analysis?.themes }));
      await place.stores.close();
    }
    expect(ends.size).toBe(1);
  });

  it('keeps the wording that an edit replaced, and counts the article once', async () => {
    const place = await open(['a']);
    for (const title of ['Pakistan closes Torkham', 'Pakistan reopens Torkham', 'Pakistan reopens Torkham']) {
      feeds = { a: [{ path: 'story', title }] };
      await workUntilDone(place);
      place.clock.advance(LATER_MS);
    }
    const article = await onlyArticle(place.stores);
    expect(article).toMatchObject({ title: 'Pakistan reopens Torkham', revision: 2 });
    expect(article.history.map(({ title }) => title)).toEqual(['Pakistan closes Torkham']);
    expect(article.analysis!.revision).toBe(2);
    await place.stores.close();
  });

  it('makes a story of reprints, whatever the order in which they come', async () => {
    const title = 'Pakistan and Afghanistan sign a transit trade accord in Kabul';
    const entries = [0, 1, 2, 3].map((hour) => ({ path: `print-${hour}`, title, hour }));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: 4 }), async (order) => {
        const place = await open(['a']);
        feeds = { a: [] };
        for (const entry of order) {
          feeds['a']!.push(entry);
          await workUntilDone(place);
          place.clock.advance(20 * MINUTE);
        }
        const articles = await allArticles(place.stores);
        const origin = articles.find(({ url }) => url.endsWith('print-0'))!;
        expect(articles.map(({ story }) => story!.storyId)).toEqual(articles.map(() => origin.id));
        expect(articles.filter(({ story }) => story!.origin).map(({ id }) => id)).toEqual([origin.id]);
        await place.stores.close();
      }),
      { numRuns: 8 },
    );
  });

  it('parts a story when an edit makes one of its members another', async () => {
    const title = 'Pakistan and Afghanistan sign a transit trade accord in Kabul';
    const place = await open(['a']);
    feeds = {
      a: [
        { path: 'one', title },
        { path: 'two', title, hour: 2 },
      ],
    };
    await workUntilDone(place);
    feeds = {
      a: [
        { path: 'one', title: 'Correction: no accord was signed in Kabul on transit' },
        { path: 'two', title, hour: 2 },
      ],
    };
    place.clock.advance(60 * MINUTE);
    await workUntilDone(place);
    const articles = await allArticles(place.stores);
    expect(articles.every(({ id, story }) => story!.storyId === id && story!.origin)).toBe(true);
    await place.stores.close();
  });

  it('puts an article aside whose analysis fails again and again, and takes it up when its wording changes', async () => {
    const place = await open(['a']);
    feeds = {
      a: [
        { path: 'poison', title: 'poison' },
        { path: 'good', title: 'Kabul hosts talks with Pakistan' },
      ],
    };
    const breaking = (deps: Parameters<NonNullable<Parameters<typeof workUntilDone>[1]>>[0]) => ({
      ...deps,
      analyser: {
        analyse: (input: Parameters<typeof deps.analyser.analyse>[0]) => {
          if (input.title === 'poison') throw new Error('this one breaks it');
          return deps.analyser.analyse(input);
        },
      },
    });
    for (let tries = 0; tries < 6; tries++) {
      await workUntilDone(place, breaking);
      place.clock.advance(2 * MINUTE);
    }
    const version = await place.stores.versions.newest();
    expect(await place.stores.progress(version, place.clock.now())).toMatchObject({
      articles: 2,
      unsettled: 0,
      quarantined: 1,
    });
    const aside = (await allArticles(place.stores)).find(({ title }) => title === 'poison')!;
    expect(aside).toMatchObject({
      analysis: null,
      work: { error: 'this one breaks it', quarantinedVersion: version },
    });

    feeds = { a: [{ path: 'poison', title: 'Pakistan and Kabul talk again' }] };
    place.clock.advance(LATER_MS);
    await workUntilDone(place, breaking);
    expect(await place.stores.progress(version, place.clock.now())).toMatchObject({ quarantined: 0 });
    await place.stores.close();
  });

  it('tags history anew after a change of the taxonomy, and ends like a fresh run; an older worker changes nothing', async () => {
    feeds = {
      a: ['Torkham closes again', 'Kabul and Islamabad hold talks', 'Refugees return'].map((title, i) => ({
        path: `p${i}`,
        title,
      })),
    };
    const place = await open(['a']);
    await workUntilDone(place);
    const { taxonomy } = place.config;
    const fewer = {
      ...taxonomy,
      hash: 'fewer',
      themes: taxonomy.themes.filter(({ id }) => id !== 'border-durand'),
    };
    const changed = { ...place, config: { ...place.config, taxonomy: fewer } };
    await workUntilDone(changed);
    const fresh = { ...(await open(['a'])), config: changed.config };
    await fresh.stores.versions.register({ code: 'test', taxonomy: taxonomy.hash }, true);
    await workUntilDone(fresh);
    const rows = (stores: Stores) => dumpRows(stores, fewer, ['UTC']).then(hashOf);
    expect(await rows(place.stores)).toBe(await rows(fresh.stores));

    const before = await rows(place.stores);
    const stale = (deps: Parameters<NonNullable<Parameters<typeof workUntilDone>[1]>>[0]) => ({
      ...deps,
      version: 1,
    });
    await workUntilDone(changed, stale);
    expect(await rows(place.stores)).toBe(before);
    await place.stores.close();
    await fresh.stores.close();
  });

  it('retires a feed that answers 410, and keeps its articles', async () => {
    const place = await open(['a']);
    feeds = { a: [{ path: 'story', title: 'Kabul and Islamabad hold talks' }] };
    await workUntilDone(place);
    feeds = {};
    place.clock.advance(LATER_MS);
    await workUntilDone(place);
    expect(await place.stores.feeds.get('a')).toMatchObject({ status: 'gone' });
    expect(await allArticles(place.stores)).toHaveLength(1);
    await place.stores.close();
  });
});
