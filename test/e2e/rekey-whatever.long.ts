import fc from 'fast-check';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { allArticles } from './support/dump-rows.js';
import { list, migrate, openPlaces, type Place, rowsOf, settle } from './support/keyed-world.js';
import { hours, type Listing, MINUTE_MS } from './support/listings.js';
import { mortalMongo, mortalSqlite, type MortalStore } from './support/mortal-stores.js';

const FORMS: ((path: string) => string)[] = [
  (path) => `https://example.org${path}`,
  (path) => `https://example.org${path}/amp`,
  (path) => `https://m.example.org${path}`,
  (path) => `https://example.org${path}?outputType=amp`,
  (path) => `https://www.google.com/url?url=${encodeURIComponent(`https://example.org${path}`)}`,
];

const TITLES = [
  'Deadly attack at Torkham kills five as Pakistan and Afghanistan trade blame',
  'Pakistan and Afghanistan sign a transit trade accord in Kabul',
  'Refugees return from Pakistan to Afghanistan',
];

/** What three feeds list of a few articles, each in one of its forms, in the order of polls. */
const histories = fc
  .array(
    fc.record({
      article: fc.nat(3),
      form: fc.nat(FORMS.length - 1),
      feedId: fc.constantFrom('a', 'b', 'c'),
      dated: fc.boolean(),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .map((sights) =>
    sights.map(({ article, form, feedId }, i): Listing => {
      // Every second article states no date, so that it is counted when it was first polled.
      const publishedAt = article % 2 === 0 ? hours(article) : null;
      const title = `${TITLES[article % TITLES.length]}${feedId === 'b' ? ', officials say' : ''}`;
      const url = FORMS[form]!(`/world/item-${article}`);
      return { feedId, url, title, publishedAt, polledAt: new Date(hours(6).getTime() + i * 40 * MINUTE_MS) };
    }),
  );

/** All that readers are told, with addresses in the place of ids. */
async function toldBy(place: Place): Promise<object> {
  const articles = await allArticles(place.stores);
  const keys = new Map(articles.map(({ id, urlKey }) => [id, urlKey]));
  const told = articles.map(({ urlKey, title, sourceId, seenIn, windowAt, analysis, story }) => ({
    ...{
      urlKey,
      title,
      sourceId,
      seenIn,
      windowAt,
      themes: analysis!.themes,
      sentiment: analysis!.sentiment,
    },
    story: { origin: story!.origin, of: keys.get(story!.storyId) },
  }));
  return {
    told: told.sort((a, b) => (a.urlKey < b.urlKey ? -1 : 1)),
    records: (await rowsOf(place)).records,
  };
}

function whateverIsStored(name: string, openStore: () => Promise<MortalStore>): void {
  describe(`the migration of URL keys in ${name}, whatever is stored,`, () => {
    const places = openPlaces(openStore);
    afterEach(places.remove);
    const migrated = async (listings: Listing[]): Promise<Place> => {
      const place = await places.old(listings);
      await migrate(place);
      await settle(place);
      return place;
    };

    it('ends with what would be stored and counted had the present rules been there from the start', async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (listings) => {
          const fresh = await places.open();
          await list(fresh, listings, 'new');
          await settle(fresh);
          expect(await toldBy(await migrated(listings))).toEqual(await toldBy(fresh));
        }),
        { numRuns: 25 },
      );
    }, 300_000);

    it('ends the same where two workers do it at once, in whatever order their writes fall', async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.infiniteStream(fc.nat(4)), async (listings, delays) => {
          const alone = await toldBy(await migrated(listings));
          const place = await places.old(listings);
          const workers = [0, 1].map(() => ({
            ...place,
            deps: { ...place.deps, articles: slowed(place.deps.articles, delays) },
          }));
          await Promise.all(workers.map((worker) => migrate(worker, false)));
          await migrate(place);
          await settle(place);
          expect(await toldBy(place)).toEqual(alone);
        }),
        { numRuns: 25 },
      );
    }, 300_000);
  });
}

/** Each call waits a while that differs from call to call. */
function slowed(articles: ArticleStore, delays: Iterator<number>): ArticleStore {
  return new Proxy(articles, {
    get:
      (target, name: keyof ArticleStore) =>
      async (...values: never[]) => {
        for (let left: number = delays.next().value; left > 0; left--) await new Promise(setImmediate);
        return (target[name] as (...args: never[]) => Promise<unknown>).apply(target, values);
      },
  });
}

whateverIsStored('SQLite', mortalSqlite);
if (mortalMongo) whateverIsStored('MongoDB', mortalMongo);
else console.warn('LEFT OUT: the migration of URL keys in MongoDB, since MONGODB_URI is not set');
