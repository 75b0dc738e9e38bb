import { InvalidRequestError } from '#domain/errors.js';
import { exportOpml } from '#usecases/feeds/export-opml.js';
import { importOpml } from '#usecases/feeds/import-opml.js';
import { listSources } from '#usecases/feeds/list-feeds.js';
import { DESK_NOW, type FeedDesk, openFeedDesk, outlet } from './support/feed-desk.js';

let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk([outlet('gazette', ['gazette.test'], 'https://gazette.test/rss')]);
  const { clock, register, stores } = desk.deps;
  const configured = register.feeds.map(({ id, sourceId, url }) => ({
    ...{ id, sourceId, url, host: new URL(url).host },
    ...{ language: null, verified: '2026-02-01', optedOut: false },
  }));
  await stores.feeds.register(configured, clock.now());
});
afterEach(() => desk.close());

const take = (opml: string, dryRun = false, into = desk) =>
  importOpml(Buffer.from(opml), { dryRun }, into.deps);
const opml = (...outlines: string[]) => `<opml version="2.0"><body>\n${outlines.join('\n')}\n</body></opml>`;
const rss = (url: string, more = '') => `<outline type="rss" xmlUrl="${url}" ${more}/>`;

const LIST = opml(
  rss('https://valley.test/feed/', 'text="Valley Times" language="ur-pk"'),
  rss('https://www.valley.test/sport/feed/', 'text="Valley Times: Sport"'),
  rss('http://gazette.test/rss/', 'text="The gazette, again"'),
  rss('https://www.gazette.test/world/rss', 'text="World"'),
  rss('https://valley.test/feed#top', 'text="Twice"'),
  rss('gopher://old.test/', 'text="Old"'),
  rss('https://private.test/feed', 'text="Private"'),
);

describe('a list of feeds that is imported', () => {
  beforeEach(() => void desk.optOut.add('private.test'));

  it('adds what is new, leaves what is watched, and rejects the rest with the line and the reason', async () => {
    const done = await take(LIST);
    expect(done.added).toEqual([
      {
        ...{ line: 2, title: 'Valley Times', url: 'https://valley.test/feed/' },
        ...{ feed: 'valley-times-feed', source: 'valley-times', isNewSource: true },
      },
      {
        ...{ line: 3, title: 'Valley Times: Sport', url: 'https://www.valley.test/sport/feed/' },
        ...{ feed: 'valley-times-sport', source: 'valley-times', isNewSource: false },
      },
      {
        ...{ line: 5, title: 'World', url: 'https://www.gazette.test/world/rss' },
        ...{ feed: 'gazette-world', source: 'gazette', isNewSource: false },
      },
    ]);
    expect(done.known.map(({ line, feed }) => [line, feed])).toEqual([
      [4, 'gazette-home'],
      [6, 'valley-times-feed'],
    ]);
    expect(done.rejected.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '7: "gopher://old.test/" is not an http or https address',
      '8: its publisher does not want it to be polled',
    ]);
    expect(desk.requests).toEqual([]);
    const feeds = await desk.deps.stores.feeds.list();
    expect(feeds.map(({ id, origin, language }) => `${id} ${origin} ${language}`)).toEqual([
      'gazette-home config null',
      'gazette-world added null',
      'valley-times-feed added ur',
      'valley-times-sport added null',
    ]);
    expect(desk.deps.register.get('valley-times')).toMatchObject({
      ...{
        name: 'Valley Times',
        country: 'unknown',
        bloc: 'unknown',
        language: 'ur',
        hosts: ['valley.test'],
      },
    });
  });

  it('says beforehand what it would add, and adds the same then', async () => {
    const planned = await take(LIST, true);
    expect(await desk.deps.stores.feeds.list()).toHaveLength(1);
    expect(await desk.deps.stores.sources.list()).toEqual([]);
    expect(desk.deps.register.get('valley-times')).toBeUndefined();
    expect(await take(LIST)).toEqual(planned);
  });

  it('changes nothing when it is imported again', async () => {
    const first = await take(LIST);
    const before = await desk.deps.stores.feeds.list();
    const again = await take(LIST);
    expect(again.added).toEqual([]);
    expect(again.known).toHaveLength(first.added.length + first.known.length);
    expect(await desk.deps.stores.feeds.list()).toEqual(before);
  });

  it('rejects an outlet of which it says what cannot be, and keeps the others', async () => {
    const done = await take(
      `<opml xmlns:nm="urn:narrative-monitor:opml"><body>
        <outline text="A" nm:source="a" nm:country="Pakistan">${rss('https://a.test/rss')}</outline>
        <outline text="B" nm:source="b" nm:bloc="martian">${rss('https://b.test/rss')}</outline>
        <outline text="C" nm:source="C c">${rss('https://c.test/rss')}</outline>
        <outline text="D" nm:source="d" nm:country="PK">${rss('https://d.test/rss')}</outline>
      </body></opml>`,
    );
    expect(done.added.map(({ source }) => source)).toEqual(['d']);
    expect(done.rejected.map(({ reason }) => reason.split(':')[0])).toEqual([
      'source.country',
      'source.bloc',
      'source.id',
    ]);
  });

  it('rejects an outlet that claims the hosts of others, or of many', async () => {
    const claim = (id: string, hosts: string) =>
      `<outline text="${id}" nm:source="${id}" nm:hosts="${hosts}">${rss(`https://${id}.test/rss`)}</outline>`;
    const outlets = [
      claim('a', 'a.test pk'),
      claim('b', 'bbc.com'),
      claim('c', 'gazette.test'),
      claim('d', 'd.test'),
    ];
    const done = await take(
      `<opml xmlns:nm="urn:narrative-monitor:opml"><body>${outlets.join('')}</body></opml>`,
    );
    expect(done.added.map(({ source }) => source)).toEqual(['d']);
    expect(done.rejected.map(({ reason }) => reason.split(' ', 2).join(' '))).toEqual([
      'source.hosts: pk',
      'source.hosts: bbc.com',
      'source.hosts: gazette.test',
    ]);
  });

  it('does not call watched what is stored and no longer polled', async () => {
    await desk.deps.stores.feeds.register([], DESK_NOW);
    const { known, rejected } = await take(opml(rss('https://gazette.test/rss')));
    expect(known).toEqual([]);
    expect(rejected[0]!.reason).toContain('"gazette-home", which the configuration no longer lists');
  });

  it('is refused as a whole where it is none', async () => {
    await expect(take('<html></html>')).rejects.toThrow(InvalidRequestError);
  });
});

describe('a list of feeds that is exported', () => {
  it('brings another installation the same feeds and outlets', async () => {
    await take(LIST);
    const named = {
      ...{ id: 'agency', name: 'Ägency & "Co" <1>', country: 'AF', bloc: 'taliban-run' as const },
      ...{ language: 'mixed' as const, kind: 'agency' as const, hosts: ['agency.test', 'agency.test:8080'] },
      feeds: [{ id: 'agency-ps', url: 'https://agency.test/rss?l=ps&x=1', verified: false as const }],
    };
    await desk.deps.stores.sources.add(named);
    const registration = {
      ...{ id: 'agency-ps', sourceId: 'agency', url: named.feeds[0]!.url, host: 'agency.test' },
      ...{ language: 'ps', verified: null, optedOut: false },
    };
    await desk.deps.stores.feeds.add(registration, DESK_NOW);

    const other = await openFeedDesk();
    try {
      const done = await take(await exportOpml(desk.deps), false, other);
      expect(done.rejected).toEqual([]);
      const facts = async ({ deps }: FeedDesk) =>
        (await deps.stores.feeds.list()).map(({ id, sourceId, url, host, language, verified }) => ({
          ...{ id, sourceId, url, host, language, verified },
        }));
      expect(await facts(other)).toEqual(await facts(desk));
      const byId = (one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1);
      expect((await listSources(other.deps)).sort(byId)).toEqual((await listSources(desk.deps)).sort(byId));
      expect(await exportOpml(other.deps)).toBe(await exportOpml(desk.deps));
    } finally {
      await other.close();
    }
  });

  it('leaves out the feeds that the configuration no longer lists', async () => {
    await desk.deps.stores.feeds.register([], DESK_NOW);
    expect(await exportOpml(desk.deps)).not.toContain('<outline');
  });
});
