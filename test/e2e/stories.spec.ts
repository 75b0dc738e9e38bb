import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalyser } from '#analysis/analyser.js';
import type { Article } from '#domain/article.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { analyseArticles } from '#pipeline/analyse-articles.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { joinStories } from '#pipeline/join-stories.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { openSqlite } from '#store/sqlite/open-sqlite.js';
import fc from 'fast-check';
import { anArticle } from '../contract/store/builders.js';
import { ManualClock } from './support/manual-clock.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const VERSION = 1;
const analyser = createAnalyser(loadTaxonomy('config/themes.yaml'));
const folder = mkdtempSync(join(tmpdir(), 'narrative-stories-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

type Print = { title: string; summary?: string; author?: string; hoursAgo: number };

const TITLE = 'Pakistan and Afghanistan sign transit trade accord after talks in Kabul';
const SUMMARY =
  'Ministers of both countries signed the accord on Tuesday, ending a dispute over duties that had kept hundreds of trucks at the Torkham crossing since the spring.';

/** One report as the agency and four outlets print it, and three articles that are none of it. */
const PRINTS: Record<string, Print> = {
  origin: { title: TITLE, summary: `KABUL, Afghanistan (AP) — ${SUMMARY}`, hoursAgo: 60 },
  reprint: { title: TITLE, summary: SUMMARY, author: 'Associated Press', hoursAgo: 50 },
  headed: {
    title: 'Trucks roll again as neighbours end their quarrel over duties',
    summary: SUMMARY,
    hoursAgo: 48,
  },
  short: { title: TITLE.replace('sign', 'ink'), hoursAgo: 30 },
  halved: { title: TITLE, summary: SUMMARY.slice(0, 90), hoursAgo: 20 },
  urdu: {
    title: 'پاکستان اور افغانستان کے درمیان راہداری تجارت کا معاہدہ',
    summary: 'کابل: (اے ایف پی) دونوں ملکوں کے وزرا نے معاہدے پر دستخط کیے۔',
    hoursAgo: 30,
  },
  monday: {
    title: 'Border trade in numbers: the week on Monday',
    summary: 'Catch up with the most important news from around the region.',
    hoursAgo: 40,
  },
  tuesday: {
    title: 'Border trade in numbers: the week on Tuesday',
    summary: 'Catch up with the most important news from around the region.',
    hoursAgo: 16,
  },
};
const ONE_STORY = ['halved', 'headed', 'origin', 'reprint', 'short'];

function articleOf(id: string): Article {
  const { hoursAgo, ...print } = PRINTS[id]!;
  const windowAt = new Date(NOW.getTime() - hoursAgo * HOUR);
  return anArticle(id, { summary: '', author: null, ...print, windowAt, publishedAt: windowAt });
}

function depsOf(stores: Stores): PipelineDeps {
  return {
    ...{
      articles: stores.articles,
      windows: stores.windows,
      versions: stores.versions,
      analyser,
      version: VERSION,
    },
    ...{ clock: new ManualClock(NOW), register: new SourceRegister([]), log: { warn: () => {} } },
    settings: { zones: ['UTC'], halfHourDays: 1, articleLeaseMs: HOUR },
  } as unknown as PipelineDeps;
}

async function openStores(): Promise<Stores> {
  const stores = await openSqlite({ file: join(folder, `${files++}.db`) });
  await stores.versions.register({ code: 'test', taxonomy: 'test' }, true);
  return stores;
}

/** Inserts, analyses and joins a batch, as polls and workers do one after the other. */
async function work(stores: Stores, ids: string[]): Promise<void> {
  await stores.articles.insert(ids.map(articleOf));
  for (const { payload } of await analyseArticles({ articleIds: ids }, depsOf(stores)))
    await joinStories(payload as { articleIds: string[] }, depsOf(stores));
}

async function storyOf(stores: Stores, id: string): Promise<string[]> {
  const { story } = (await stores.articles.get(id))!;
  return (await stores.articles.members([story!.storyId])).map((node) => node.id).sort();
}

async function expectTheOneStory(stores: Stores): Promise<void> {
  for (const id of ONE_STORY) {
    expect(await storyOf(stores, id)).toEqual(ONE_STORY);
    expect((await stores.articles.get(id))!.story).toEqual({ storyId: 'origin', origin: id === 'origin' });
  }
  for (const id of ['urdu', 'monday', 'tuesday']) expect(await storyOf(stores, id)).toEqual([id]);
}

const orders = fc.shuffledSubarray(Object.keys(PRINTS), { minLength: Object.keys(PRINTS).length });

describe('the stories of a stored archive', () => {
  it('are the same in whatever order and batches articles come', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 8 }), async (order, size) => {
        const stores = await openStores();
        for (let i = 0; i < order.length; i += size) await work(stores, order.slice(i, i + size));
        await expectTheOneStory(stores);
        await stores.close();
      }),
      { numRuns: 12 },
    );
  });

  it('are the same when two workers are at it at once', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 7 }), async (order, cut) => {
        const stores = await openStores();
        await Promise.all([work(stores, order.slice(0, cut)), work(stores, order.slice(cut))]);
        await expectTheOneStory(stores);
        await stores.close();
      }),
      { numRuns: 12 },
    );
  });

  it('name the agency whose report an article is', async () => {
    const stores = await openStores();
    await work(stores, Object.keys(PRINTS));
    const wireOf = async (id: string) => (await stores.articles.get(id))!.analysis!.wire;
    expect(await wireOf('origin')).toBe('AP');
    expect(await wireOf('reprint')).toBe('AP');
    expect(await wireOf('urdu')).toBe('AFP');
    expect(await wireOf('headed')).toBeNull();
    await stores.close();
  });
});
