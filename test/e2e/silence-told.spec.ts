import type { Delivery } from '#domain/alert.js';
import type { Job } from '#domain/job.js';
import { DAY_MS } from '#domain/window.js';
import { unwatchedFeeds, watchFeed } from '#pipeline/watch-feed.js';
import { alerting, silencesOf, waitingOf, watchThrough } from './support/watch-through.js';
import { openWatchedWorld, type WatchedWorld } from './support/watched-world.js';

const START = new Date('2026-03-01T00:00:00Z');
const OUTLETS = {
  post: { feeds: ['post-home'], country: 'PK', bloc: 'pakistani' },
  wire: { feeds: ['wire-home'], country: 'AF', bloc: 'taliban-run' },
};
const feedId = 'post-home';

let world: WatchedWorld;
/** Ten lively days, and two of silence. */
beforeEach(async () => {
  world = await openWatchedWorld(OUTLETS, START);
  await watchThrough(world, 10, { feedId, inserted: 3 });
  await watchThrough(world, 2, { feedId, outcome: 'same-body' });
});
afterEach(() => world.close());

const deps = () => ({ ...world, ...world.stores, alerting });
const watch = (over: object = {}): Promise<Job[]> => watchFeed({ feedId }, { ...deps(), ...over });

/** A store whose next write of deliveries is lost. */
function dyingDeliveries() {
  const { deliveries } = world.stores;
  return Object.assign(Object.create(deliveries) as typeof deliveries, {
    addMissing: (_: Delivery[]) => Promise.reject(new Error('the store died')),
  });
}

const unlist = () =>
  world.stores.feeds.register(
    world.register.feeds
      .filter(({ id }) => id !== feedId)
      .map(({ id, sourceId, url }) => ({
        ...{ id, sourceId, url, host: `${id}.example:443`, language: null, verified: null, optedOut: false },
      })),
    world.clock.now(),
  );

const relist = () =>
  world.stores.feeds.register(
    world.register.feeds.map(({ id, sourceId, url }) => ({
      ...{ id, sourceId, url, host: `${id}.example:443`, language: null, verified: null, optedOut: false },
    })),
    world.clock.now(),
  );

describe('what people are told of silent feeds', () => {
  it('is that it ended, also where the store died between the alert and its message', async () => {
    const [alert] = await silencesOf(world);
    world.clock.advance(DAY_MS / 6);
    await world.poll({ feedId, inserted: 1 });
    await expect(watch({ deliveries: dyingDeliveries() })).rejects.toThrow('the store died');
    expect(await silencesOf(world)).toMatchObject([{ id: alert!.id, status: 'resolved' }]);
    expect(await waitingOf(world)).toEqual([`${alert!.id} opened`]);
    await watchThrough(world, 1, { feedId, inserted: 1 });
    expect(await waitingOf(world)).toEqual([`${alert!.id} opened`, `${alert!.id} resolved`]);
  });

  it('is the same of a feed that is no longer polled, by way of the sweep, which then is quiet', async () => {
    const [alert] = await silencesOf(world);
    await unlist();
    await expect(watch({ deliveries: dyingDeliveries() })).rejects.toThrow('the store died');
    expect(await silencesOf(world)).toMatchObject([{ status: 'resolved', evidence: { ended: 'unpolled' } }]);
    expect(await unwatchedFeeds(deps())).toEqual([{ name: 'feed.watch', payload: { feedId } }]);
    await watch();
    expect(await waitingOf(world)).toEqual([`${alert!.id} opened`, `${alert!.id} resolved`]);
    expect(await unwatchedFeeds(deps())).toEqual([]);
  });

  it('is not made up for where the silence ended long ago', async () => {
    await unlist();
    await expect(watch({ deliveries: dyingDeliveries() })).rejects.toThrow('the store died');
    world.clock.advance(4 * DAY_MS);
    expect(await unwatchedFeeds(deps())).toEqual([]);
    expect(await watch()).toEqual([]);
  });

  it('is a new alert where a silence that was said to be over goes on', async () => {
    await unlist();
    await watch();
    await relist();
    await watchThrough(world, 1, { feedId, outcome: 'same-body' });
    const [again, first, ...others] = await silencesOf(world);
    expect(others).toEqual([]);
    expect([again!.status, first!.status]).toEqual(['open', 'resolved']);
    expect(again!.from).toEqual(first!.from);
    expect(await waitingOf(world)).toEqual(
      [`${first!.id} opened`, `${first!.id} resolved`, `${again!.id} opened`].sort(),
    );
    await unlist();
    await watch();
    await relist();
    await watchThrough(world, 1, { feedId, outcome: 'same-body' });
    expect((await silencesOf(world)).map(({ status }) => status)).toEqual(['open', 'resolved', 'resolved']);
  });

  it('is that no rule is left, where the rule is removed or renamed', async () => {
    const rules = alerting.rules.map((rule) =>
      rule.kind === 'silence' ? { ...rule, id: 'quiet-feeds' } : rule,
    );
    const renamed = { ...alerting, rules };
    expect(await unwatchedFeeds({ ...deps(), alerting: renamed })).toHaveLength(1);
    await watch({ alerting: renamed });
    expect((await silencesOf(world)).map(({ ruleId, status }) => `${ruleId} ${status}`).sort()).toEqual([
      ...['feed-silence resolved', 'quiet-feeds open'],
    ]);
    expect(await unwatchedFeeds({ ...deps(), alerting: renamed })).toEqual([]);
    const none = { ...alerting, rules: rules.filter(({ kind }) => kind === 'spike') };
    for (const { payload } of await unwatchedFeeds({ ...deps(), alerting: none }))
      await watchFeed(payload as { feedId: string }, { ...deps(), alerting: none });
    expect((await silencesOf(world)).map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  });

  it('is nothing of a failing feed that was dismissed, also once the log has forgotten how it began', async () => {
    await watchThrough(world, 1, { feedId, inserted: 1 });
    const polls = [{ feedId: 'wire-home' }, { feedId, outcome: 'failed' as const }];
    await watchThrough(world, 2, polls);
    const [alert] = await silencesOf(world);
    expect(alert).toMatchObject({ status: 'open', evidence: { cause: 'failing' } });
    await world.stores.alerts.save({ ...alert!, status: 'dismissed' });
    await watchThrough(world, 2, polls);
    await world.stores.feeds.forgetFetches(new Date(world.clock.now().getTime() - 1.5 * DAY_MS));
    await watchThrough(world, 1, polls);
    expect((await silencesOf(world)).map(({ status }) => status)).toEqual(['dismissed', 'resolved']);
  });

  it('is looked for among all open alerts, however many', async () => {
    const [alert] = await silencesOf(world);
    for (let i = 0; i < 600; i++) {
      const openedAt = new Date(world.clock.now().getTime() + i);
      await world.stores.alerts.save({
        ...alert!,
        ...{ id: `later-${i}`, series: `feed:wire-home`, ruleId: `rule-${i}`, seq: 0, openedAt },
        evidence: { ...alert!.evidence, feedId: 'wire-home' },
      });
    }
    await unlist();
    const named = (await unwatchedFeeds(deps())).map(({ payload }) => payload);
    expect(named).toContainEqual({ feedId });
  });
});
