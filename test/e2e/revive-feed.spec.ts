import type { FetchLog } from '#domain/feed.js';
import { addAt, type FeedDesk, feedBody, item, openFeedDesk } from './support/feed-desk.js';

let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk();
  desk.pages['/rss'] = feedBody(item('https://x.test/1', 'One'));
});
afterEach(() => desk.close());

const HOUR = 60 * 60_000;

describe('a feed that is added again', () => {
  /** It answered 410 at its poll. */
  const retire = async (id: string) => {
    const { feeds } = desk.deps.stores;
    desk.deps.clock.advance(HOUR);
    const now = desk.deps.clock.now();
    const feed = (await feeds.claim(id, { now, until: now, retryAt: now }))!;
    const log: FetchLog = {
      ...{ feedId: id, at: now, outcome: 'gone' as const, httpStatus: 410, bytes: 0, durationMs: 1 },
      ...{ items: 0, dropped: 0, inserted: 0, revised: 0, error: 'HTTP 410' },
    };
    await feeds.savePoll({
      feedId: id,
      lease: now,
      state: { ...feed, status: 'gone' },
      log,
      hostFreeAt: now,
    });
  };

  it('is taken up by force where it was gone, at once and as it is', async () => {
    const { feed, source } = await addAt(desk, 'added', '/rss');
    await retire(feed.id);
    expect((await addAt(desk, 'feed-taken', '/rss')).feed).toMatchObject({ status: 'gone' });
    const requests = desk.requests.length;
    const again = await addAt(desk, 'added', '/rss', { force: true });
    expect(again).toMatchObject({ feed: { id: feed.id, status: 'active' }, source, preview: null });
    expect(again.feed.nextPollAt).toEqual(desk.deps.clock.now());
    expect(desk.requests).toHaveLength(requests);
    expect(await desk.deps.stores.feeds.list()).toHaveLength(1);
  });

  it('is not where it is polled already, or only looked at', async () => {
    const { feed } = await addAt(desk, 'added', '/rss');
    expect((await addAt(desk, 'feed-taken', '/rss', { force: true })).feed.id).toBe(feed.id);
    await retire(feed.id);
    await addAt(desk, 'previewed', '/rss', { force: true, dryRun: true });
    expect(await desk.deps.stores.feeds.get(feed.id)).toMatchObject({ status: 'gone' });
  });
});
