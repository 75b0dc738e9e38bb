import type { SilenceAlert } from '#domain/alert.js';
import type { FetchOutcome } from '#domain/feed.js';
import type { Job } from '#domain/job.js';
import { DAY_MS } from '#domain/window.js';
import { unwatchedFeeds, watchFeed } from '#pipeline/watch-feed.js';
import { alerting, silencesOf, waitingOf, watchThrough } from './support/watch-through.js';
import { openWatchedWorld, type PollOf, type WatchedWorld } from './support/watched-world.js';

const START = new Date('2026-03-01T00:00:00Z');
const HOUR_MS = DAY_MS / 24;

const OUTLETS = {
  post: { feeds: ['post-home', 'post-world'], country: 'PK', bloc: 'pakistani' },
  gone: { feeds: ['gone-home'], country: 'AF', bloc: 'afghan-independent' },
};

let world: WatchedWorld;
beforeEach(async () => {
  world = await openWatchedWorld(OUTLETS, START);
});
afterEach(() => world.close());

const deps = () => ({ ...world, ...world.stores, alerting });

const live = (days: number, poll: Omit<PollOf, 'feedId'>, feedId = 'post-home'): Promise<Job[]> =>
  watchThrough(world, days, { feedId, ...poll });

const alerts = (): Promise<SilenceAlert[]> => silencesOf(world);

describe('the watch over feeds', () => {
  it('raises one alert on a feed that falls silent against its habit, tells of it once, and ends it', async () => {
    await live(10, { inserted: 3 });
    expect(await alerts()).toEqual([]);
    const sends = await live(3, { outcome: 'same-body' });
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      ...{
        kind: 'silence',
        ruleId: 'feed-silence',
        series: 'feed:post-home',
        status: 'open',
        historical: false,
      },
      ...{ from: new Date('2026-03-11T00:00:00Z'), until: new Date('2026-03-14T00:00:00Z') },
      evidence: {
        ...{ feedId: 'post-home', sourceId: 'post', cause: 'quiet', error: null },
        ...{ usualMs: 4 * HOUR_MS, thresholdMs: 24 * HOUR_MS },
      },
    });
    expect(new Set(sends.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    await live(1, { inserted: 1 });
    expect(await alerts()).toMatchObject([{ id: alert!.id, status: 'resolved', until: alert!.until }]);
    expect(await waitingOf(world)).toEqual([`${alert!.id} opened`, `${alert!.id} resolved`]);
  });

  it('opens another alert on the next silence', async () => {
    await live(10, { inserted: 3 });
    await live(2, { outcome: 'same-body' });
    await live(5, { inserted: 3 });
    await live(2, { outcome: 'same-body' });
    expect((await alerts()).map(({ status }) => status)).toEqual(['open', 'resolved']);
  });

  it('raises an alert on a feed that only fails, with its error, and ends it when it answers', async () => {
    const both = (poll: Omit<PollOf, 'feedId'>): PollOf[] => [
      { feedId: 'post-world' },
      { feedId: 'post-home', ...poll },
    ];
    await watchThrough(world, 1, both({}));
    await watchThrough(world, 1, both({ outcome: 'failed' }));
    expect(await alerts()).toEqual([]);
    await watchThrough(world, 1, both({ outcome: 'failed', error: 'HTTP 404' }));
    expect(await alerts()).toMatchObject([
      {
        ...{ status: 'open', series: 'feed:post-home', from: new Date('2026-03-02T04:00:00Z') },
        evidence: { cause: 'failing', error: 'HTTP 404' },
      },
    ]);
    await watchThrough(world, 1, both({ inserted: 20 }));
    expect(await alerts()).toMatchObject([{ status: 'resolved', evidence: { ended: 'heard' } }]);
  });

  it('does not take a day without a network of our own for silent feeds, nor one that never answered', async () => {
    const all = (outcome: FetchOutcome): PollOf[] => [
      ...['post-home', 'post-world'].map((feedId) => ({ feedId, outcome })),
      { feedId: 'gone-home', outcome: 'failed' },
    ];
    await watchThrough(world, 2, all('ok'));
    await watchThrough(world, 3, all('failed'));
    expect(await alerts()).toEqual([]);
    await watchThrough(world, 2, all('ok'));
    expect(await alerts()).toEqual([]);
  });

  it('takes the word of a single host, since no other could tell', async () => {
    await world.stores.feeds.register(
      (await world.stores.feeds.list())
        .filter(({ id }) => id === 'post-home')
        .map((feed) => ({ ...feed, optedOut: false })),
      world.clock.now(),
    );
    await live(1, {});
    await live(2, { outcome: 'failed' });
    expect(await alerts()).toMatchObject([{ status: 'open', evidence: { cause: 'failing' } }]);
  });

  it('is silent about a feed whose articles another feed of the outlet brings first', async () => {
    await live(10, { inserted: 3 }, 'post-world');
    await live(3, { inserted: 3 }, 'post-home');
    await live(3, { outcome: 'ok' }, 'post-world');
    expect(await alerts()).toEqual([]);
    await live(3, { outcome: 'same-body' }, 'post-world');
    expect(await alerts()).toEqual([]);
  });

  it('ends the alert on a feed that is gone or unlisted, and is asked to by the sweep', async () => {
    await live(10, { inserted: 3 });
    await live(2, { outcome: 'same-body' });
    expect(await unwatchedFeeds(deps())).toEqual([]);
    await world.stores.feeds.register([], world.clock.now());
    const jobs = await unwatchedFeeds(deps());
    expect(jobs).toEqual([{ name: 'feed.watch', payload: { feedId: 'post-home' } }]);
    await watchFeed({ feedId: 'post-home' }, deps());
    expect(await alerts()).toMatchObject([{ status: 'resolved' }]);
    expect(await unwatchedFeeds(deps())).toEqual([]);
  });

  it('leaves a dismissed silence alone while it lasts', async () => {
    await live(10, { inserted: 3 });
    await live(2, { outcome: 'same-body' });
    const [alert] = await alerts();
    await world.stores.alerts.save({ ...alert!, status: 'dismissed' });
    await live(3, { outcome: 'same-body' });
    expect(await alerts()).toMatchObject([{ id: alert!.id, status: 'dismissed' }]);
  });

  it('does the same twice', async () => {
    await live(10, { inserted: 3 });
    await live(2, { outcome: 'same-body' });
    const before = await alerts();
    await watchFeed({ feedId: 'post-home' }, deps());
    expect(await alerts()).toEqual(before);
  });
});
