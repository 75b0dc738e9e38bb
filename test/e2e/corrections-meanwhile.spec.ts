import type { ArticleStore } from '#domain/ports/article-store.js';
import type { Stores } from '#domain/ports/stores.js';
import { joinStories } from '#pipeline/join-stories.js';
import { correctArticle } from '#usecases/corrections/correct-article.js';
import {
  CHILD,
  correctOne,
  countOf,
  deskDeps,
  firstArticle,
  judged,
  NEGATIVE,
  PARENT,
  parts,
  settleNegative,
  STORES,
  URL_ONE,
} from './support/correction-desk.js';
import { allArticles } from './support/dump-rows.js';
import { list, migrate, openPlaces, type Place, placeIn, settle } from './support/keyed-world.js';
import { listing } from './support/listings.js';

describe.each(STORES)('corrections while other work is under way, on %s', (_, openStore) => {
  const places = openPlaces(openStore);
  afterEach(places.remove);
  let place: Place;
  const only = () => firstArticle(place);

  beforeEach(async () => {
    place = await places.open();
    await settleNegative(place);
  });

  it('are counted though they come between the count and the claim of the work under way', async () => {
    const { id, corrections, windowAt } = await only();
    const { windows, articles } = place.stores;
    const correction = await correctOne(id, { about: 'pakistan' }, parts(place));
    // The marks of the step, its recount, then the correction without marks of its own, then the claim.
    const settleLate = async (entries: Parameters<typeof articles.settle>[0]) => {
      for (const { id: window } of await windows.outstanding({
        work: 'count',
        now: place.clock.now(),
        limit: 9,
      }))
        await windows.replace((await windows.get(window))!, (await windows.get(window))!.marked, []);
      await articles.correct(id, { ...correction, about: 'neither' }, corrections + 1);
      return articles.settle(entries);
    };
    const late = Object.create(articles, { settle: { value: settleLate } }) as ArticleStore;
    await joinStories({ articleIds: [id] }, { ...place.deps, articles: late });
    expect((await only()).settledVersion).toBe(0);
    await settle(place);
    expect((await countOf(place.stores, { windowAt }, 'all', 'neither')).count).toBe(1);
    expect((await countOf(place.stores, { windowAt }, 'all', 'pakistan')).count).toBe(0);
  });

  it('go over to the article that theirs turns out to be a double of, unless it was judged itself', async () => {
    const plain = 'https://example.org/world/torkham-1';
    for (const judgedItself of [false, true]) {
      const old = await places.old([
        listing('b', `${plain}/amp`),
        listing('c', plain, { hour: 2, title: NEGATIVE }),
      ]);
      const [later, earlier] = await allArticles(old.stores);
      await correctOne(later!.id, { themes: [CHILD] }, parts(old));
      if (judgedItself) await correctOne(earlier!.id, { themes: [PARENT] }, parts(old));
      await migrate(old);
      await settle(old);
      const articles = await allArticles(old.stores);
      const theme = judgedItself ? PARENT : CHILD;
      expect(articles).toMatchObject([{ id: earlier!.id, correction: { themes: [theme] } }]);
      expect((await countOf(old.stores, earlier!, theme)).count).toBe(1);
      // Who asks for the double corrects the one that stays.
      await correctOne(later!.id, { themes: ['refugees'] }, parts(old));
      expect((await old.stores.articles.get(earlier!.id))?.correction?.themes).toEqual(['refugees']);
    }
  });

  it('count as stored, at whatever write the desk dies', async () => {
    const end = async (stores: Stores): Promise<void> => {
      const there = await placeIn(stores);
      await settle(there);
      const [article] = await allArticles(stores);
      const counted = (await countOf(stores, article!, CHILD)).count;
      expect(counted).toBe(article!.correction ? 1 : 0);
    };
    let died = true;
    for (let n = 1; died; n++) {
      const mortal = await openStore();
      const stores = await mortal.reopen();
      const there = await placeIn(stores);
      await list(there, [listing('a', URL_ONE, { title: NEGATIVE })], 'new');
      await settle(there);
      const [article] = await allArticles(stores);
      await stores.close();
      const dying = await mortal.openDying(n);
      const ask = parts({ ...there, stores: dying.stores });
      died = await correctOne(article!.id, { themes: [CHILD] }, ask).then(
        () => false,
        () => true,
      );
      await dying.stores.close().catch(() => undefined);
      const again = await mortal.reopen();
      await end(again);
      await again.close();
      await mortal.remove();
      if (!died) expect(n).toBeGreaterThan(2);
    }
  }, 120_000);

  it('come through one by one where many come at once', async () => {
    const { id } = await only();
    const asks = ['both', 'pakistan', 'afghanistan', 'neither'] as const;
    const ends = await Promise.all(
      asks.map((about) => correctArticle(id, judged({ about }), deskDeps(parts(place)))),
    );
    expect(ends.map(({ outcome }) => outcome)).toEqual(asks.map(() => 'corrected'));
    expect((await only()).corrections).toBe(4);
  });
});
