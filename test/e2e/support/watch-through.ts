import { alertsConfigSchema } from '#domain/alert-rules.js';
import type { Delivery, SilenceAlert } from '#domain/alert.js';
import type { Job } from '#domain/job.js';
import { watchFeed } from '#pipeline/watch-feed.js';
import type { PollOf, WatchedWorld } from './watched-world.js';

const HOUR_MS = 60 * 60_000;

/** One rule for silent feeds, and one subscription to everything. */
export const alerting = alertsConfigSchema.parse({
  rules: [
    { id: 'feed-silence', kind: 'silence' },
    { id: 'spike', themes: ['all'] },
  ],
  subscriptions: [{ id: 'desk', webhook: { url: 'https://desk.example/hook', secretEnv: 'DESK_SECRET' } }],
});

/** Polls feeds every four hours for some days, each poll followed by the watch; returns the jobs that it named. */
export async function watchThrough(
  world: WatchedWorld,
  days: number,
  polls: PollOf | PollOf[],
): Promise<Job[]> {
  const jobs: Job[] = [];
  for (let hour = 0; hour < days * 24; hour += 4) {
    world.clock.advance(4 * HOUR_MS);
    for (const poll of [polls].flat()) {
      await world.poll(poll);
      jobs.push(...(await watchFeed({ feedId: poll.feedId }, { ...world, ...world.stores, alerting })));
    }
  }
  return jobs;
}

/** Newest first. */
export async function silencesOf({ stores }: WatchedWorld): Promise<SilenceAlert[]> {
  return (await stores.alerts.page({ limit: 200 })).alerts as SilenceAlert[];
}

/** Each delivery that waits, as its alert and event. */
export async function waitingOf({ clock, stores }: WatchedWorld): Promise<string[]> {
  const due = await stores.deliveries.due(clock.now(), 200);
  return due.map(({ alertId, event }: Delivery) => `${alertId} ${event}`).sort();
}
