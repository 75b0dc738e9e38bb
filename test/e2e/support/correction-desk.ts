import type { Article } from '#domain/article.js';
import type { Correction } from '#domain/correction.js';
import type { Stores } from '#domain/ports/stores.js';
import type { RecordAbout } from '#domain/window-record.js';
import { dayOf } from '#domain/window.js';
import {
  correctArticle,
  type CorrectionAsk,
  type CorrectionResult,
} from '#usecases/corrections/correct-article.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { allArticles } from './dump-rows.js';
import { list, type Place, settle } from './keyed-world.js';
import { listing } from './listings.js';
import { mortalMongo, mortalSqlite, type MortalStore } from './mortal-stores.js';

export const TAXONOMY = loadTaxonomy('config/themes.yaml');

/** A negative headline about both states, with a theme or more. */
export const NEGATIVE = 'Deadly attack at Torkham border kills five as Pakistan and Afghanistan trade blame';

/** Where it stands. */
export const URL_ONE = 'https://example.org/one';

/** Two themes that it does not have, neither above the other. */
export const [CHILD, PARENT] = ['people-education', 'human-resources'] as const;

if (!mortalMongo) console.warn('LEFT OUT: corrections in MongoDB, since MONGODB_URI is not set');
export const STORES: [name: string, open: () => Promise<MortalStore>][] = [
  ['SQLite', mortalSqlite],
  ...(mortalMongo ? [['MongoDB', mortalMongo] as [string, typeof mortalMongo]] : []),
];

/** The negative headline as the only article of a place, analysed and counted. */
export async function settleNegative(place: Place): Promise<void> {
  await list(place, [listing('a', URL_ONE, { title: NEGATIVE })], 'new');
  await settle(place);
}

export async function firstArticle({ stores }: Pick<Place, 'stores'>): Promise<Article> {
  return (await allArticles(stores))[0]!;
}

type Parts = Pick<UseCaseDeps, 'stores' | 'clock' | 'taxonomy'>;

/** Of a place, what a correction needs. */
export function parts({ stores, clock }: Pick<Place, 'stores' | 'clock'>): Parts {
  return { stores, clock, taxonomy: TAXONOMY };
}

/** Waking up is left to the test. */
export function deskDeps(
  given: Parts,
): Pick<UseCaseDeps, 'stores' | 'clock' | 'taxonomy' | 'zones' | 'halfHourDays' | 'wake'> {
  return { ...given, zones: ['UTC'], halfHourDays: 1, wake: async () => undefined };
}

/** A judgement of the parts given. */
export function judged(over: Partial<CorrectionAsk>): CorrectionAsk {
  return { themes: null, polarity: null, about: null, by: 'A. Analyst', note: 'Read it again', ...over };
}

export async function correctOne(
  id: string,
  over: Partial<CorrectionAsk>,
  given: Parts,
): Promise<Correction> {
  const result: CorrectionResult = await correctArticle(id, judged(over), deskDeps(given));
  if (result.outcome !== 'corrected' || !result.read.article.correction) throw new Error('not corrected');
  return result.read.article.correction;
}

/** What the UTC day of an article counts of a theme: articles, and the negative ones. */
export async function countOf(
  stores: Stores,
  { windowAt }: Pick<Article, 'windowAt'>,
  theme: string,
  about: RecordAbout = 'both',
): Promise<{ count: number; negative: number }> {
  const { granularity, zone, start, end } = dayOf(windowAt, 'UTC');
  const series = [{ theme, about }];
  const ask = { granularity, zone, from: start, to: end, series, group: null };
  const [record] = await stores.windows.records(ask);
  const { count = 0, negative = 0 } = record?.totals.all ?? {};
  return { count, negative };
}
