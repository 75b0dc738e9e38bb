import type { CoverageDay } from '#domain/coverage.js';
import { DAY_MS } from '#domain/window.js';
import { dayToRecordAfter, recordCoverage, unrecordedDays } from '#pipeline/record-coverage.js';
import { openWatchedWorld, type WatchedWorld } from './support/watched-world.js';

const START = new Date('2026-03-01T00:00:00Z');
const HOUR_MS = DAY_MS / 24;

const OUTLETS = {
  post: { feeds: ['post-home', 'post-world'], country: 'PK', bloc: 'pakistani' },
  wire: { feeds: ['wire-home'], country: 'AF', bloc: 'taliban-run' },
};

let world: WatchedWorld;
beforeEach(async () => {
  world = await openWatchedWorld(OUTLETS, START);
});
afterEach(() => world.close());

type Told = { post?: number; wire?: number; failing?: string[]; asleep?: boolean };

/** Lives through a day: polls every six hours, its counts, and the records that follow from them. */
async function liveDay({ post = 10, wire = 2, failing = [], asleep = false }: Told = {}): Promise<void> {
  const day = world.clock.now();
  for (let poll = 0; poll < 4; poll++) {
    world.clock.advance(HOUR_MS);
    if (!asleep) await pollAll(failing);
    world.clock.advance(5 * HOUR_MS);
  }
  if (!asleep || post + wire > 0) await world.count({ post, wire }, day);
}

async function pollAll(failing: string[] = []): Promise<void> {
  for (const feedId of ['post-home', 'post-world', 'wire-home'])
    await world.poll({ feedId, outcome: failing.includes(feedId) ? 'failed' : 'ok' });
  await record(dayToRecordAfter(world.clock.now()));
}

const deps = () => ({ ...world, ...world.stores });
const record = (day: string) => recordCoverage({ day }, deps());
const records = (): Promise<CoverageDay[]> =>
  world.stores.coverage.days({ from: '2026-01-01', to: '2027-01-01', sources: null });
const statesOf = async (source: string): Promise<string[]> =>
  (await records())
    .filter(({ sourceId }) => sourceId === source)
    .map(({ day, state }) => `${day.slice(5)} ${state}`);
const lastOf = async (source: string): Promise<string | undefined> => (await statesOf(source)).at(-1);

describe('the coverage of sources', () => {
  it('is recorded for each source and day, with articles and polls', async () => {
    for (let i = 0; i < 9; i++) await liveDay({ failing: ['post-world'] });
    await pollAll();
    expect(
      (await records()).find(({ day, sourceId }) => day === '2026-03-09' && sourceId === 'post'),
    ).toEqual({
      ...{ sourceId: 'post', day: '2026-03-09', state: 'observed', seen: 10, expected: 10 },
      ...{ polls: 8, failedPolls: 4 },
    });
    expect((await statesOf('wire')).slice(0, 3)).toEqual([
      ...['02-27 not-yet-polled', '02-28 not-yet-polled'],
      '03-01 observed',
    ]);
  });

  it('keeps an outage apart from silence: of the lively outlet, a day without articles is a loss', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    await liveDay({ post: 0, wire: 0 });
    await liveDay();
    await pollAll();
    expect(await statesOf('post')).toContain('03-11 outage');
    expect(await statesOf('post')).toContain('03-12 observed');
    expect(await statesOf('wire')).toContain('03-11 observed');
  });

  it('is partial where clearly less came, and observed again once the rest is counted', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    const eleventh = world.clock.now();
    await liveDay({ post: 1 });
    await pollAll();
    expect(await statesOf('post')).toContain('03-11 partial');
    await world.count({ post: 9, wire: 2 }, eleventh);
    await record('2026-03-11');
    expect(await statesOf('post')).toContain('03-11 observed');
  });

  it('does not call a day a loss before its feeds were asked again after its end', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    await liveDay({ post: 0 });
    await record('2026-03-11');
    expect(await lastOf('post')).toBe('03-11 observed');
    await world.poll({ feedId: 'post-home' });
    await record('2026-03-11');
    expect(await statesOf('post')).toContain('03-11 observed');
    await world.poll({ feedId: 'post-world' });
    await record('2026-03-11');
    expect(await statesOf('post')).toContain('03-11 outage');
  });

  it('is an outage on days in which all polls failed, and on days in which nothing ran', async () => {
    for (let i = 0; i < 3; i++) await liveDay();
    await liveDay({ wire: 0, failing: ['wire-home'] });
    await liveDay({ wire: 0, failing: ['wire-home'] });
    for (let i = 0; i < 6; i++) await liveDay({ post: 0, wire: 0, asleep: true });
    await liveDay();
    await pollAll();
    expect((await statesOf('wire')).slice(5)).toEqual([
      ...['03-04 outage', '03-05 outage', '03-06 outage', '03-07 outage', '03-08 outage'],
      // The feed was asked within the day after, and could have listed what it brought.
      ...['03-09 outage', '03-10 outage', '03-11 observed', '03-12 observed', '03-13 observed'],
    ]);
  });

  it('writes nothing the second time, and the same if all is judged anew', async () => {
    for (let i = 0; i < 12; i++) await liveDay({ post: i === 8 ? 0 : 10 });
    await pollAll();
    const before = await records();
    const saved: CoverageDay[][] = [];
    const spied = Object.assign(Object.create(world.stores.coverage) as typeof world.stores.coverage, {
      save: async (days: CoverageDay[]) => void saved.push(days),
    });
    await recordCoverage({ day: '2026-03-11' }, { ...deps(), coverage: spied });
    expect(saved).toEqual([]);
    for (const { day } of before) await record(day);
    expect(await records()).toEqual(before);
  });

  it('keeps what the polling log has forgotten', async () => {
    for (let i = 0; i < 9; i++) await liveDay();
    await pollAll();
    const before = await records();
    await world.stores.feeds.forgetFetches(new Date('2026-03-06T00:00:00Z'));
    for (const { day } of before) await record(day);
    expect(await records()).toEqual(before);
  });

  it('says nothing of a day to come', async () => {
    await record('2026-03-02');
    expect(await records()).toEqual([]);
  });

  it('of an imported archive is judged by numbers, also before the first poll', async () => {
    const archive = Array.from({ length: 20 }, (_, i) => new Date(START.getTime() - (30 - i) * DAY_MS));
    for (const [i, at] of archive.entries()) {
      await world.count({ post: i === 15 ? 1 : 12 }, at);
      await record(at.toISOString().slice(0, 10));
    }
    const states = (await statesOf('post')).map((one) => one.slice(6));
    expect(states.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'not-yet-polled'));
    expect(states[15]).toBe('partial');
    expect(states.slice(16)).toEqual(['observed', 'observed', 'observed', 'observed']);
    expect(new Set((await statesOf('wire')).map((one) => one.slice(6)))).toEqual(new Set(['not-yet-polled']));
  });

  it('is asked for by the sweep where days that are over have no record, and no longer once they do', async () => {
    await liveDay({ asleep: true });
    const jobs = await unrecordedDays(deps());
    expect(jobs.map(({ payload }) => payload)).toEqual([{ day: '2026-02-27' }, { day: '2026-02-28' }]);
    for (const { payload } of jobs) await recordCoverage(payload as { day: string }, deps());
    expect(await unrecordedDays(deps())).toEqual([]);
  });
});
