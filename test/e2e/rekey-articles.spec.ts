import type { Article } from '#domain/article.js';
import { stableId } from '#domain/hash.js';
import { URL_KEY_VERSION } from '#feeds/identity/url-key.js';
import { allArticles } from './support/dump-rows.js';
import { list, migrate, oldKeyOf, openPlaces, type Place, rowsOf, settle } from './support/keyed-world.js';
import { hours, type Listing, listing } from './support/listings.js';
import { mortalSqlite } from './support/mortal-stores.js';

const places = openPlaces(mortalSqlite);
afterEach(places.remove);

/** A place where what feeds list is stored and counted by the old rules, and then brought to the present ones. */
async function migrated(listings: Listing[]): Promise<Place> {
  const place = await places.old(listings);
  await migrate(place);
  await settle(place);
  return place;
}

const idOf = (url: string): string => stableId(oldKeyOf(url));
const onlyArticle = async (place: Place): Promise<Article> => {
  const articles = await allArticles(place.stores);
  expect(articles).toHaveLength(1);
  return articles[0]!;
};

const PLAIN = 'https://example.org/world/torkham-1';
const AMP = 'https://example.org/world/torkham-1/amp';
const MOBILE = 'https://m.example.org/world/torkham-1';
const GOOGLE = `https://www.google.com/url?url=${encodeURIComponent(PLAIN)}`;

describe('the migration of URL keys', () => {
  it('gives every article the key of the present rules, and keeps its id', async () => {
    const place = await migrated([listing('a', AMP)]);
    expect(await onlyArticle(place)).toMatchObject({
      id: idOf(AMP),
      urlKey: 'example.org/world/torkham-1',
      keyVersion: URL_KEY_VERSION,
      url: AMP,
      revision: 1,
    });
  });

  it('makes one of articles that have become one: the earlier stays, and is listed by the feeds of both', async () => {
    const place = await migrated([listing('b', AMP), listing('c', PLAIN, { hour: 2 })]);
    expect(await onlyArticle(place)).toMatchObject({
      id: idOf(AMP),
      title: 'Pakistan and Afghanistan talk, says b',
      windowAt: hours(0),
      seenIn: [{ feedId: 'b' }, { feedId: 'c' }],
    });
    const double = await place.stores.articles.get(idOf(PLAIN));
    expect(double).toMatchObject({ mergedInto: idOf(AMP), keyVersion: URL_KEY_VERSION, analysis: null });
  });

  it('lets the feed that leads now have its say, and analyses its words', async () => {
    const bad = 'Deadly attack kills five as Pakistan and Afghanistan trade blame';
    const place = await migrated([listing('b', AMP), listing('a', PLAIN, { hour: 2, title: bad })]);
    const article = await onlyArticle(place);
    expect(article).toMatchObject({ id: idOf(AMP), title: bad, url: PLAIN, revision: 2, history: [] });
    expect(article.analysis).toMatchObject({ revision: 2, sentiment: { polarity: 'negative' } });
    expect(article.settledVersion).toBe(place.deps.version);
  });

  it('keeps the earlier wordings of both', async () => {
    const place = await migrated([
      listing('b', AMP, { title: 'Torkham closes' }),
      listing('b', AMP, { title: 'Torkham reopens', polledAt: hours(3) }),
      listing('a', PLAIN, { hour: 2, title: 'Kabul protests' }),
      listing('a', PLAIN, { title: 'Kabul agrees', polledAt: hours(4) }),
    ]);
    const article = await onlyArticle(place);
    expect(article.title).toBe('Kabul agrees');
    expect(article.history.map(({ title }) => title)).toEqual(['Torkham closes', 'Kabul protests']);
  });

  it('keeps the markup that belongs to the words', async () => {
    const place = await places.old([listing('b', AMP), listing('a', PLAIN, { hour: 2, title: 'Torkham' })]);
    await place.stores.articles.saveHtml([
      { id: idOf(AMP), feedId: 'b', html: '<p>b</p>' },
      { id: idOf(PLAIN), feedId: 'a', html: '<p>a</p>' },
    ]);
    await migrate(place);
    expect(await place.stores.articles.html(idOf(AMP), 'a')).toBe('<p>a</p>');
  });

  it.each([
    [[AMP, PLAIN, MOBILE]],
    [[PLAIN, MOBILE, AMP]],
    [[MOBILE, AMP, PLAIN, GOOGLE]],
    [[GOOGLE, PLAIN, AMP, MOBILE]],
  ])('makes one of three and more, in whatever order they came: %j', async (urls) => {
    const feeds = ['c', 'a', 'd', 'b'];
    const place = await migrated(urls.map((url, i) => listing(feeds[i]!, url, { hour: i })));
    const article = await onlyArticle(place);
    expect(article).toMatchObject({ id: idOf(urls[0]!), title: 'Pakistan and Afghanistan talk, says a' });
    expect(article.seenIn.map(({ feedId }) => feedId)).toEqual(feeds.slice(0, urls.length).sort());
    for (const url of urls.slice(1))
      expect(await place.stores.articles.get(idOf(url))).toMatchObject({ mergedInto: expect.any(String) });
  });

  it('makes one of an old article and one that was stored under the present rules meanwhile', async () => {
    const place = await places.old([listing('b', AMP, { hour: 2 })]);
    await list(place, [listing('a', PLAIN, { hour: 0 }), listing('c', PLAIN, { hour: 1 })], 'new');
    await migrate(place);
    await settle(place);
    const article = await onlyArticle(place);
    expect(article.id).toBe(stableId('example.org/world/torkham-1'));
    expect(article.seenIn.map(({ feedId }) => feedId)).toEqual(['a', 'b', 'c']);
  });

  it('keeps the older id where the newer article has the key already', async () => {
    const place = await places.old([listing('b', AMP)]);
    await list(place, [listing('c', PLAIN, { hour: 2 })], 'new');
    await migrate(place);
    await settle(place);
    expect(await onlyArticle(place)).toMatchObject({ id: idOf(AMP), urlKey: 'example.org/world/torkham-1' });
    const double = await place.stores.articles.get(stableId('example.org/world/torkham-1'));
    expect(double).toMatchObject({ mergedInto: idOf(AMP), keyVersion: URL_KEY_VERSION });
  });

  it('gives an article to the outlet that a redirector leads to', async () => {
    const place = await migrated([listing('aggregator', GOOGLE)]);
    expect(await onlyArticle(place)).toMatchObject({
      ...{ id: idOf(GOOGLE), urlKey: 'example.org/world/torkham-1', url: PLAIN, sourceId: 'example-org' },
      ...{ revision: 2, settledVersion: place.deps.version },
    });
  });

  it('leaves the key of an article that never had an address', async () => {
    const place = await places.old([listing('a', PLAIN)]);
    const article = (await place.stores.articles.get(idOf(PLAIN)))!;
    const guid = { ...article, id: 'x', urlKey: 'guid~a~7', url: 'https://example.org/feed/amp' };
    await place.stores.articles.insert([guid]);
    await migrate(place);
    expect(await place.stores.articles.get('x')).toMatchObject({
      urlKey: 'guid~a~7',
      keyVersion: URL_KEY_VERSION,
    });
  });

  it('lets articles change places', async () => {
    const place = await places.old([listing('a', PLAIN), listing('a', 'https://example.org/world/chaman-2')]);
    const [one, other] = (await allArticles(place.stores)) as [Article, Article];
    const swap: [Article, string][] = [
      [one, 'nowhere'],
      [other, one.urlKey],
      [one, other.urlKey],
    ];
    for (const [{ id }, urlKey] of swap) {
      const { seq } = (await place.stores.articles.get(id))!;
      expect(await place.stores.articles.rekey({ id, seq, urlKey, keyVersion: 1 })).toBe(true);
    }
    await migrate(place);
    for (const { id, urlKey } of [one, other])
      expect(await place.stores.articles.get(id)).toMatchObject({ urlKey, keyVersion: URL_KEY_VERSION });
  });

  describe('of which one article fails', () => {
    const OTHER = 'https://example.org/world/chaman-2';
    const failing = async (): Promise<Place> => {
      const place = await places.old([listing('a', AMP), listing('a', `${OTHER}/amp`)]);
      const { articles } = place.deps;
      const rekey = articles.rekey.bind(articles);
      articles.rekey = async (change) => {
        if (change.id === idOf(AMP) && change.urlKey !== oldKeyOf(AMP)) throw new Error('it does not fit');
        return rekey(change);
      };
      return place;
    };

    it('keys the others anew, and lets that one keep its key, so that feeds are polled again', async () => {
      const place = await failing();
      await migrate(place);
      const keys = (await allArticles(place.stores)).map(({ urlKey, keyVersion }) => [urlKey, keyVersion]);
      expect(keys.sort()).toEqual([
        ['example.org/world/chaman-2', URL_KEY_VERSION],
        [oldKeyOf(AMP), URL_KEY_VERSION],
      ]);
    });

    it('says which and why', async () => {
      const place = await failing();
      const said: unknown[] = [];
      place.deps.log.error = (_, fields) => void said.push(fields);
      await migrate(place);
      expect(said.at(-1)).toEqual({ article: idOf(AMP), tries: 3, error: 'it does not fit' });
    });

    it('counts no double of it any more, though that could not be finished with', async () => {
      const place = await places.old([listing('b', AMP), listing('c', PLAIN, { hour: 2 })]);
      const { articles } = place.deps;
      await articles.retire(idOf(PLAIN), 'no article');
      await migrate(place);
      await settle(place);
      expect(await articles.get(idOf(PLAIN))).toMatchObject({ keyVersion: URL_KEY_VERSION });
      const alone = await migrated([listing('b', AMP)]);
      const counts = async (at: Place) => (await rowsOf(at)).records;
      expect(await counts(place)).toEqual(await counts(alone));
    });

    it('ends with what the store says where it is the store that fails', async () => {
      const place = await places.old([listing('a', AMP)]);
      place.deps.articles.rekey = () => Promise.reject(new Error('the disk is full'));
      await expect(migrate(place)).rejects.toThrow('the disk is full');
      expect((await onlyArticle(place)).keyVersion).toBe(1);
    });
  });

  it('forms a story anew whose origin turns out to be a double', async () => {
    const title = 'Pakistan and Afghanistan sign a transit trade accord in Kabul';
    const print = 'https://other.example/print-7';
    const place = await migrated([
      listing('b', 'https://example.org/world/accord-1', {
        hour: 0,
        title: 'Another headline, as it was at first',
      }),
      listing('c', 'https://example.org/world/accord-1/amp', { hour: 2, title }),
      listing('d', print, { hour: 4, title }),
    ]);
    const articles = await allArticles(place.stores);
    expect(articles.map(({ id, story }) => [id, story])).toEqual(
      [print, 'https://example.org/world/accord-1'].map((url) => [
        idOf(url),
        { storyId: idOf(url), origin: true },
      ]),
    );
  });

  it('has nothing to do a second time', async () => {
    const place = await migrated([listing('b', AMP), listing('a', PLAIN, { hour: 2 })]);
    const before = await allArticles(place.stores);
    await migrate(place);
    await settle(place);
    expect(await allArticles(place.stores)).toEqual(before);
  });

  it('asks for itself again while there may be more, and leaves nothing behind', async () => {
    const urls = Array.from({ length: 120 }, (_, i) => `https://example.org/world/item-${i}`);
    const place = await places.open();
    await list(
      place,
      urls.map((url) => listing('a', `${url}/amp`, { title: url })),
      'old',
    );
    await list(
      place,
      urls.slice(0, 60).map((url) => listing('b', url, { title: url, hour: 1 })),
      'old',
    );
    await migrate(place);
    const articles = await allArticles(place.stores);
    expect(articles).toHaveLength(120);
    expect(new Set(articles.map(({ keyVersion }) => keyVersion))).toEqual(new Set([URL_KEY_VERSION]));
  });
});
