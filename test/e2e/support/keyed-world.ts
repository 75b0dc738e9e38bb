import type { Article } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import type { Stores } from '#domain/ports/stores.js';
import { SourceRegister } from '#domain/source-register.js';
import { sourceSchema } from '#domain/source.js';
import { createAnalyser } from '#analysis/analyser.js';
import { itemKey, URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import type { Item } from '#feeds/read/item.js';
import { sightItem } from '#feeds/sight/sight-item.js';
import { analyseArticles } from '#pipeline/analyse-articles.js';
import type { PipelineDeps } from '#pipeline/deps.js';
import { joinStories } from '#pipeline/join-stories.js';
import { analyseJobs, rollupJob } from '#pipeline/next-jobs.js';
import { rekeyArticles } from '#pipeline/rekey-articles.js';
import { rollupWindowStep } from '#pipeline/rollup-window-step.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { dumpRows } from './dump-rows.js';
import { type Listing, MINUTE_MS, NOON } from './listings.js';
import { ManualClock } from './manual-clock.js';
import type { MortalStore } from './mortal-stores.js';
import { SilentLog } from './silent-log.js';

export type Place = { stores: Stores; clock: ManualClock; deps: PlaceDeps };
type PlaceDeps = Pick<
  PipelineDeps,
  | 'alerting'
  | 'analyser'
  | 'articles'
  | 'clock'
  | 'log'
  | 'register'
  | 'settings'
  | 'taxonomy'
  | 'version'
  | 'versions'
  | 'windows'
>;

export const ZONES = ['UTC', 'Asia/Karachi'];

const taxonomy = loadTaxonomy('config/themes.yaml');
const register = new SourceRegister(
  ['example.org', 'other.example'].map((host) => {
    const id = host.replace('.', '-');
    const facts = { id, name: id, country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press' };
    return sourceSchema.parse({ ...facts, hosts: [host], feeds: [{ id, url: `https://${host}/feed` }] });
  }),
);
const settings = {
  zones: ZONES,
  halfHourDays: 30,
  articleLeaseMs: 5 * MINUTE_MS,
} as PipelineDeps['settings'];

/** Places in stores of their own, all gone after `remove`. */
export function openPlaces(openStore: () => Promise<MortalStore>) {
  const kept: (() => Promise<unknown>)[] = [];
  const open = async (): Promise<Place> => {
    const store = await openStore();
    const stores = await store.reopen();
    kept.push(() => stores.close().then(store.remove));
    return placeIn(stores);
  };
  return {
    open,
    /** One whose articles are stored and counted by the old rules. */
    old: async (listings: Listing[]): Promise<Place> => {
      const place = await open();
      await list(place, listings, 'old');
      await settle(place);
      return place;
    },
    remove: async (): Promise<void> => {
      for (const remove of kept.splice(0)) await remove();
    },
  };
}

/** What the steps need that work on articles. */
export async function placeIn(stores: Stores): Promise<Place> {
  const clock = new ManualClock(NOON);
  const version = await stores.versions.register({ code: 'test', taxonomy: taxonomy.hash }, true);
  const { articles, versions, windows } = stores;
  const deps: PlaceDeps = {
    ...{ articles, versions, windows, clock, version, settings, register, log: new SilentLog() },
    ...{ taxonomy, analyser: createAnalyser(taxonomy), alerting: { rules: [], subscriptions: [] } },
  };
  return { stores, clock, deps };
}

/** How addresses were keyed before forms and redirectors were looked through. */
export const oldKeyOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '');

/** Saves what feeds list, one after the other, keyed by the old rules or the present ones. */
export async function list(
  { stores: { articles } }: Place,
  listings: Listing[],
  rules: 'old' | 'new',
): Promise<void> {
  for (const listing of listings) {
    const item = itemOf(listing);
    const key = rules === 'old' ? oldKeyOf(listing.url) : itemKey(item, listing.feedId);
    const [found] = await articles.byKeys([key]);
    const feed = { id: listing.feedId, sourceId: sourceOf(listing.feedId), url: 'https://feed.example/' };
    const view = { feed, language: 'en', now: listing.polledAt, register };
    const sighted = sightItem(view, key, item, found ?? null);
    const seen = sighted && rules === 'old' ? byOldRules(sighted, listing.url) : sighted;
    if (seen) await (found ? articles.revise([seen]) : articles.insert([seen]));
  }
}

/** The old rules knew no redirector's target, so what a feed listed of them was of its own source. */
function byOldRules(article: Article, url: string): Article {
  const sourceId = register.ownerOf(new URL(url).host) ?? sourceOf(article.seenIn[0]!.feedId);
  return { ...article, keyVersion: 1, url, sourceId };
}

const sourceOf = (feedId: string): string => `source of ${feedId}`;

function itemOf({ url, title, publishedAt }: Listing): Item {
  const texts = { title, summary: '', content: '', html: null, author: null, language: null };
  return { ...texts, url, originalUrl: null, guid: null, publishedAt, updatedAt: null };
}

/** Analyses, joins and counts until nothing of it is left. */
export async function settle(place: Place): Promise<void> {
  const { deps, clock } = place;
  for (let rounds = 0; rounds < 20; rounds++) {
    const now = clock.now();
    const unsettled = await deps.articles.unsettled({ version: deps.version, now, limit: 1_000 });
    const lagging = await deps.windows.outstanding({ work: 'count', now, limit: 1_000 });
    if (unsettled.length + lagging.length === 0) return;
    await runAll(
      [...analyseJobs(unsettled.map(({ id }) => id)), ...lagging.map(({ id }) => rollupJob(id))],
      deps,
    );
  }
  throw new Error('the articles do not settle');
}

/** Gives new keys until no article has an older one. Does what is hinted on the way, as a worker does. */
export async function migrate(place: Place, follow = true): Promise<void> {
  for (let rounds = 0; rounds < 50; rounds++) {
    if ((await place.deps.articles.keyedBelow(URL_KEY_VERSION, 1)).length === 0) return;
    const jobs = await rekeyArticles({}, place.deps);
    if (follow) await runAll(jobs, place.deps);
  }
  throw new Error('the migration does not end');
}

/** Jobs of other steps are left: nothing here looks at what they do. */
async function runAll(jobs: Job[], deps: PlaceDeps): Promise<void> {
  const steps: Partial<Record<string, (payload: never) => Promise<Job[]>>> = {
    'article.analyse': (payload) => analyseArticles(payload, deps),
    'story.join': (payload) => joinStories(payload, deps),
    'window.rollup': (payload) => rollupWindowStep(payload, deps),
    'article.rekey': (payload) => rekeyArticles(payload, deps),
  };
  const open = [...jobs];
  for (let job = open.shift(); job; job = open.shift())
    open.push(...((await steps[job.name]?.(job.payload as never)) ?? []));
}

/** The articles, and what the windows count, ids left as they are. */
export async function rowsOf({ stores }: Place): Promise<{ articles: object[]; records: object[] }> {
  const { articles, records } = await dumpRows(stores, taxonomy, ZONES);
  return { articles, records };
}
