import { InvalidRequestError, RetryLaterError } from '#domain/errors.js';
import type { FeedRegistration } from '#domain/feed.js';
import { addFeed, type AddFeedAsk, type AddFeedResult } from '#usecases/feeds/add-feed.js';
import { readFeed } from '#usecases/feeds/read-feed.js';
import {
  addAt,
  DESK_NOW,
  type FeedDesk,
  feedBody,
  HOST_GAP_MS,
  item,
  openFeedDesk,
  outlet,
} from './support/feed-desk.js';

let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk([outlet('gazette', ['gazette.test'], 'https://gazette.test/rss')]);
});
afterEach(() => desk.close());

const at = (path: string): string => desk.origin + path;
const ask = (path: string, more: Partial<AddFeedAsk> = {}): Promise<AddFeedResult> =>
  addFeed({ url: at(path), dryRun: false, force: false, ...more }, desk.deps);

describe('a feed that is added', () => {
  beforeEach(() => {
    desk.pages['/rss'] = feedBody(item('https://x.test/1', 'One'));
    desk.pages['/politics/rss'] = feedBody(item('https://x.test/2', 'Two'));
  });

  it('is due at once, and belongs to a new source of which no more is said than is known', async () => {
    const { feed, source } = await addAt(desk, 'added', '/rss');
    expect(feed).toMatchObject({
      ...{ id: 'sample-daily-feed', origin: 'added', status: 'active' },
      language: null,
    });
    const [due] = await desk.deps.stores.feeds.due({
      now: new Date(desk.deps.clock.now().getTime() + HOST_GAP_MS),
      limit: 9,
    });
    expect(due!.id).toBe(feed.id);
    expect(source).toEqual({
      ...{ id: 'sample-daily', name: 'Sample Daily', country: 'unknown', bloc: 'unknown', language: 'en' },
      ...{ kind: 'press', hosts: [new URL(desk.origin).host] },
      feeds: [{ id: feed.id, url: feed.url, verified: false }],
    });
    expect(desk.deps.register.get('sample-daily')).toEqual(source);
    expect(await desk.deps.stores.sources.list()).toEqual([source]);
  });

  it('of a host that has an owner belongs to that owner, with an id of its own', async () => {
    const first = await addAt(desk, 'added', '/rss');
    const second = await addAt(desk, 'added', '/politics/rss', { language: 'ur' });
    expect(second.source).toEqual(first.source);
    expect(second.feed).toMatchObject({
      id: 'sample-daily-politics',
      sourceId: 'sample-daily',
      language: 'ur',
    });
    expect(await desk.deps.stores.sources.list()).toHaveLength(1);
  });

  it('belongs to the source that was asked for', async () => {
    expect((await addAt(desk, 'added', '/rss', { source: 'gazette' })).feed.sourceId).toBe('gazette');
    const source = {
      id: 'valley',
      name: 'Valley Times',
      country: 'AF',
      bloc: 'afghan-independent',
      kind: 'press',
    };
    const added = await addAt(desk, 'added', '/politics/rss', { source });
    expect(added.source).toMatchObject({ ...source, language: 'en' });
    expect(added.feed.id).toBe('valley-politics');
  });

  it('is refused for a source that cannot be, before anyone is asked', async () => {
    const refused = async (source: AddFeedAsk['source']) => {
      const error: unknown = await ask('/rss', { source }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InvalidRequestError);
      return (error as Error).message;
    };
    expect(await refused('gazete')).toMatch(/^source: there is no source "gazete"/);
    expect(await refused('gazett')).toContain('Did you mean gazette?');
    expect(await refused({ name: 'New', hosts: ['gazette.test'] })).toContain(
      'source.hosts: gazette.test belongs to the source "gazette"',
    );
    expect(await refused({ name: 'New', hosts: ['new.test', 'bbc.com'] })).toMatch(/^source.hosts: bbc.com /);
    expect(
      (await addAt(desk, 'source-taken', '/rss', { source: { id: 'gazette', name: 'X' } })).source.id,
    ).toBe('gazette');
    expect(desk.requests).toEqual([]);
    expect(await refused({ name: 'New', country: 'Pakistan' })).toMatch(
      /^source.country: a country is a two-letter/,
    );
  });

  it('is not added again, however its address is spelt or found', async () => {
    desk.pages['/'] = '<link rel="alternate" type="application/rss+xml" href="/rss/#all">';
    desk.pages['/rss/'] = desk.pages['/rss']!;
    desk.pages['/old'] = { status: 308, headers: { location: '/rss' } };
    const { feed } = await addAt(desk, 'added', '/rss');
    const requests = desk.requests.length;
    expect((await addAt(desk, 'feed-taken', '/rss/#top')).feed.id).toBe(feed.id);
    expect(desk.requests).toHaveLength(requests);
    expect((await addAt(desk, 'feed-taken', '/old')).feed.id).toBe(feed.id);
    expect((await addAt(desk, 'feed-taken', '/')).feed.id).toBe(feed.id);
    expect(await desk.deps.stores.feeds.list()).toHaveLength(1);
  });

  it('is added once by two who add it at once, with one source', async () => {
    const results = await Promise.all([ask('/rss'), ask('/rss')]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['added', 'feed-taken']);
    expect(await desk.deps.stores.feeds.list()).toHaveLength(1);
    expect(await desk.deps.stores.sources.list()).toHaveLength(1);
  });

  it('is another one where its address differs by what chooses a feed', async () => {
    const paths = ['/rss?hl=en&gl=PK', '/rss?hl=ur&gl=PK', '/rss?feedname=world', '/index.php/rss'];
    for (const path of paths) {
      desk.pages[path] = desk.pages['/rss']!;
      await addAt(desk, 'added', path);
    }
    expect(await desk.deps.stores.feeds.list()).toHaveLength(paths.length);
  });

  it('of a new site is of the source that another process entered for the site during the test', async () => {
    const { fetchDocument, stores } = desk.deps;
    const other = outlet('elsewhere', [new URL(desk.origin).host], `${at('/world')}/rss`);
    const deps: FeedDesk['deps'] = {
      ...desk.deps,
      fetchDocument: async (...asked) => {
        await stores.sources.add(other);
        return fetchDocument(...asked);
      },
    };
    expect((await addAt({ ...desk, deps }, 'added', '/rss')).feed.sourceId).toBe('elsewhere');
    expect(await stores.sources.list()).toHaveLength(1);
  });

  it('finds the outlet that another process entered for it, and leaves none without a feed', async () => {
    const { stores } = desk.deps;
    const enter = stores.sources.add.bind(stores.sources);
    const url = at('/rss');
    const other = { ...outlet('sample-daily', [], url), name: 'Sample Daily' };
    stores.sources.add = async (source) => {
      stores.sources.add = enter;
      await enter(other);
      return enter(source);
    };
    const { feed } = await addAt(desk, 'added', '/rss');
    expect(feed.sourceId).toBe('sample-daily');
    expect((await stores.sources.list()).map(({ id }) => id)).toEqual(['sample-daily']);
  });

  it('gets the source that another process entered meanwhile', async () => {
    const other = outlet('elsewhere', [new URL(desk.origin).host], 'https://elsewhere.test/rss');
    await desk.deps.stores.sources.add(other);
    expect((await addAt(desk, 'added', '/rss')).feed.sourceId).toBe('elsewhere');
  });

  it('that fails its test is stored only by force', async () => {
    const { reason } = await addAt(desk, 'failed', '/none');
    expect(reason).toBe('HTTP 404: there is nothing at this address');
    await addAt(desk, 'failed', '/none', { dryRun: true, force: true });
    expect(await desk.deps.stores.feeds.list()).toEqual([]);
    const { feed, preview } = await addAt(desk, 'added', '/none', { force: true, source: 'gazette' });
    expect(feed).toMatchObject({ url: at('/none'), sourceId: 'gazette' });
    expect(preview).toBeNull();
  });

  it('is refused in plain words where it is no feed, cannot be reached, or may not be', async () => {
    const reasonOf = async (path: string) => (await addAt(desk, 'failed', path)).reason;
    desk.pages['/broken'] = { body: '{"version": "https://jsonfeed.org/version/1", "items": 7' };
    expect(await reasonOf('/broken')).not.toMatch(/names no feed/);
    const outside = await addFeed({ url: 'http://127.0.0.1:9/', dryRun: false, force: false }, desk.deps);
    expect(outside).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('not an address of the public internet'),
    });
    await expect(addFeed({ url: 'ftp://x.test', dryRun: false, force: false }, desk.deps)).rejects.toThrow(
      'url: "ftp://x.test" is not an http or https address',
    );
  });

  it('is neither fetched nor stored, even by force, where its publisher does not want it', async () => {
    desk.optOut.add(new URL(desk.origin).host);
    const { reason } = await addAt(desk, 'failed', '/rss', { force: true });
    expect(reason).toMatch(/does not want to be polled/);
    expect(desk.requests).toEqual([]);
  });

  it('whose host is busy is asked to be added later, in words and seconds', async () => {
    const { clock, stores } = desk.deps;
    const until = new Date(clock.now().getTime() + 60_000);
    await stores.feeds.reserveHost(new URL(desk.origin).host, { now: clock.now(), until });
    const error: unknown = await ask('/rss').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({
      afterMs: 10_000,
      message: expect.stringContaining('try again in 10 seconds'),
    });
    expect(desk.requests).toEqual([]);
  });

  it('is asked to be added later where four are being tested, and then can be', async () => {
    const { fetchDocument } = desk.deps;
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const deps = {
      ...desk.deps,
      pause: () => answered,
      fetchDocument: async (...asked: Parameters<typeof fetchDocument>) => {
        await answered;
        return fetchDocument(...asked);
      },
    };
    const look = () => addFeed({ url: at('/rss'), dryRun: true, force: false }, deps);
    const four = [look(), look(), look(), look()];
    await expect(addFeed({ url: at('/rss'), dryRun: true, force: false }, deps)).rejects.toThrow(
      /4 feeds are being tested at the moment/,
    );
    answer();
    await Promise.allSettled(four);
    desk.deps.clock.advance(HOST_GAP_MS);
    await addAt(desk, 'previewed', '/rss', { dryRun: true });
  });

  it('waits for its host where that is free soon', async () => {
    const { clock, stores } = desk.deps;
    const until = new Date(clock.now().getTime() + 3_000);
    await stores.feeds.reserveHost(new URL(desk.origin).host, { now: clock.now(), until });
    await addAt(desk, 'added', '/rss');
    expect(desk.requests[0]!.at.getTime()).toBeGreaterThanOrEqual(until.getTime());
  });
});

describe('a feed that is asked about', () => {
  it('says why its next poll is when it is, and how its last polls went', async () => {
    desk.pages['/rss'] = feedBody(item('https://x.test/1', 'One'));
    const { feed } = await addAt(desk, 'added', '/rss');
    const report = await readFeed(feed.id, desk.deps);
    expect(report).toMatchObject({ feed: { id: feed.id }, source: { id: 'sample-daily' }, fetches: [] });
    expect(report.why).toMatch(/^Next poll .*not been polled yet/);
    await expect(readFeed('none', desk.deps)).rejects.toThrow('there is no feed "none"');
  });

  it('of a source that another process added is told with it', async () => {
    const other = outlet('elsewhere', [], 'https://elsewhere.test/rss');
    await desk.deps.stores.sources.add(other);
    const registration: FeedRegistration = {
      ...{ id: 'e', sourceId: 'elsewhere', url: 'https://elsewhere.test/rss', host: 'elsewhere.test' },
      ...{ language: null, verified: null, optedOut: false },
    };
    await desk.deps.stores.feeds.add(registration, DESK_NOW);
    expect((await readFeed('e', desk.deps)).source?.name).toBe('The elsewhere');
  });
});
