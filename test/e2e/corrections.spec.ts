import { createAnalyser } from '#analysis/analyser.js';
import { InvalidRequestError, NotFoundError } from '#domain/errors.js';
import { correctArticle, withdrawCorrection } from '#usecases/corrections/correct-article.js';
import { readAccuracy } from '#usecases/corrections/read-accuracy.js';
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
  TAXONOMY,
  URL_ONE,
} from './support/correction-desk.js';
import { allArticles } from './support/dump-rows.js';
import { list, openPlaces, type Place, settle } from './support/keyed-world.js';
import { listing } from './support/listings.js';
import { ManualClock } from './support/manual-clock.js';
import { mortalSqlite } from './support/mortal-stores.js';
import { openSmallWorld, SMALL_NOW } from './support/small-world.js';

describe.each(STORES)('corrections on %s', (_, openStore) => {
  const places = openPlaces(openStore);
  afterEach(places.remove);
  let place: Place;
  const only = () => firstArticle(place);
  const correct = async (over: Parameters<typeof correctOne>[1]) =>
    correctOne((await only()).id, over, parts(place));
  const count = async (theme: string, about: 'both' | 'pakistan' = 'both') =>
    (await countOf(place.stores, await only(), theme, about)).count;

  beforeEach(async () => {
    place = await places.open();
    await settleNegative(place);
  });

  it('change what is counted and what is found from the next recount on, and withdrawn they change it back', async () => {
    const before = await only();
    const own = before.analysis!.themes.map(({ id }) => id);
    await correct({ themes: [CHILD], polarity: 'positive', about: 'pakistan' });
    expect((await only()).settledVersion).toBe(0);
    await settle(place);
    expect(await count(CHILD, 'pakistan')).toBe(1);
    for (const theme of own) expect([theme, await count(theme)]).toEqual([theme, 0]);
    expect(await countOf(place.stores, before, 'all', 'any')).toEqual({ count: 1, negative: 0 });
    expect(await only()).toMatchObject({ analysis: before.analysis, settledVersion: place.deps.version });

    await withdrawCorrection(before.id, deskDeps(parts(place)));
    await settle(place);
    expect(await countOf(place.stores, before, 'all', 'any')).toEqual({ count: 1, negative: 1 });
    expect(await count(CHILD, 'pakistan')).toBe(0);
    expect(await only()).toEqual({ ...before, corrections: 2 });
  });

  it('have their windows recounted at once, without waiting for the analysis', async () => {
    await correct({ about: 'pakistan' });
    const windows = await place.stores.windows.outstanding({
      ...{ work: 'count', now: place.clock.now(), limit: 9 },
    });
    expect(windows.map(({ id }) => id)).toEqual(['30m.20261123T1200', 'day.UTC.20261123']);
  });

  it('keep what the analysis said, and say it of the next one too', async () => {
    const { analysis } = await only();
    const correction = await correct({ themes: [] });
    expect(correction.found).toMatchObject({
      ...{ version: place.deps.version, revision: 1, tone: 'negative', about: 'both' },
      themes: analysis!.themes.map(({ id }) => id),
    });
    await list(place, [listing('a', URL_ONE, { title: `${NEGATIVE}, again` })], 'new');
    await settle(place);
    expect(await only()).toMatchObject({ revision: 2, analysis: { revision: 2 }, correction });
    const again = await correct({ themes: [], note: 'Still so' });
    expect(again.found).toMatchObject({ revision: 2 });
  });

  it('change nothing where the same is said again', async () => {
    await correct({ themes: [CHILD, PARENT, CHILD] });
    await settle(place);
    const before = await only();
    expect(before.correction?.themes).toEqual([PARENT, CHILD]);
    place.clock.advance(60_000);
    await correct({ themes: [PARENT, CHILD] });
    expect(await only()).toEqual(before);
  });

  it('hold after history was tagged anew, with the parents that themes have then', async () => {
    await correct({ themes: [CHILD] });
    await settle(place);
    const themes = TAXONOMY.themes.map((one) => (one.id === CHILD ? { ...one, parent: PARENT } : one));
    const taxonomy = { ...TAXONOMY, themes };
    const version = await place.stores.versions.register({ code: 'test', taxonomy: 'next' }, true);
    const next = { ...place, deps: { ...place.deps, taxonomy, version, analyser: createAnalyser(taxonomy) } };
    await settle(next);
    expect(await only()).toMatchObject({ analysis: { version }, settledVersion: version });
    expect((await only()).correction).toMatchObject({ themes: [CHILD], parents: [PARENT] });
    expect([await count(CHILD), await count(PARENT)]).toEqual([1, 1]);
    const { themes: then } = await readAccuracy({ analysis: 'then' }, parts(place));
    expect(then.rows.find(({ theme }) => theme === PARENT)).toBeUndefined();
    const { versions } = await readAccuracy({ analysis: 'now' }, parts(place));
    expect(versions).toEqual([version]);
  });

  it('are refused where they say what cannot be, or of what is not there', async () => {
    const { id } = await only();
    const ask = (over: object, of = id) => correctArticle(of, judged(over), deskDeps(parts(place)));
    await expect(ask({ themes: ['refugees', 'refugee', 'x'] })).rejects.toThrow(
      /^themes: there is no theme "refugee" or "x"\. The themes are .*refugees/,
    );
    await expect(ask({ themes: ['x'] })).rejects.toThrow(InvalidRequestError);
    await expect(ask({ about: 'both' }, 'nobody')).rejects.toThrow(NotFoundError);
    await expect(withdrawCorrection('nobody', deskDeps(parts(place)))).rejects.toThrow(NotFoundError);
    await list(place, [listing('a', 'https://example.org/new')], 'new');
    const fresh = (await allArticles(place.stores)).find(({ analysis }) => analysis === null)!;
    expect(await ask({ about: 'both' }, fresh.id)).toMatchObject({
      ...{ outcome: 'not-analysed', reason: expect.stringContaining('ask again in a moment') },
    });
    await place.stores.articles.fail(fresh.id, 'it broke');
    expect(await ask({ about: 'both' }, fresh.id)).toMatchObject({
      reason: expect.stringContaining('its analysis failed: it broke'),
    });
  });

  it('are held against the analysis, confirmed themes among them', async () => {
    const themes = (await only()).analysis!.themes.map(({ id }) => id);
    expect(themes.length).toBeGreaterThan(0);
    await correct({ themes: [...themes, CHILD], polarity: 'neutral' });
    const report = await readAccuracy({ analysis: 'then' }, parts(place));
    expect(report).toMatchObject({
      ...{
        reviewed: 1,
        versions: [place.deps.version],
        caveat: expect.stringContaining('not a random sample'),
      },
      themes: { reviewed: 1, overall: { kept: themes.length, removed: 0, added: 1 } },
      polarity: { reviewed: 1, matrix: { negative: { neutral: 1 } } },
      about: { reviewed: 0, agreement: null },
    });
    const other = { version: place.deps.version + 1, language: undefined };
    expect(await readAccuracy({ analysis: 'then', ...other }, parts(place))).toMatchObject({ reviewed: 0 });
    expect(await readAccuracy({ analysis: 'then', language: ['ur'] }, parts(place))).toMatchObject({
      reviewed: 0,
    });
    expect(await readAccuracy({ analysis: 'now', language: ['en'] }, parts(place))).toMatchObject({
      reviewed: 1,
    });
  });
});

describe('an alert', () => {
  it('rests on the articles that are negative as analysts see them', async () => {
    const world = await openSmallWorld();
    const mortal = await mortalSqlite();
    const stores = await mortal.reopen();
    const clock = new ManualClock(SMALL_NOW);
    const evidence = async () => {
      const { alerts } = await stores.alerts.page({ limit: 9 });
      const [spike] = alerts.filter((alert) => alert.kind === 'spike');
      return spike!.evidence.at(-1)!;
    };
    for (const phase of [0, 1]) await world.play(phase, stores, clock);
    const before = await evidence();
    expect(before.articleIds.length).toBeGreaterThan(1);
    const [corrected] = before.articleIds;
    await correctOne(corrected!, { polarity: 'neutral' }, { stores, clock, taxonomy: TAXONOMY });
    await world.play(1, stores, clock);
    const after = await evidence();
    expect(after.articleIds).not.toContain(corrected);
    expect(after.negative).toBe(after.articleIds.length);
    await stores.close();
    await mortal.remove();
    await world.close();
  });
});
