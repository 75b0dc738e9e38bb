import { setImmediate } from 'node:timers';
import type { CoverageDay } from '#domain/coverage.js';
import { DAY_MS } from '#domain/window.js';
import { dayToRecordAfter, recordCoverage, unrecordedDays } from '#pipeline/record-coverage.js';
import { daysFrom, shiftDay } from '#trends/coverage/day-name.js';
import { openWatchedWorld, type PollOf, type WatchedWorld } from './support/watched-world.js';

const START = new Date('2026-03-01T00:00:00Z');
const HOUR_MS = DAY_MS / 24;

const OUTLETS = {
  post: { feeds: ['post-home', 'post-world'], country: 'PK', bloc: 'pakistani' },
  wire: { feeds: ['wire-home'], country: 'AF', bloc: 'taliban-run' },
};
const FEEDS = ['post-home', 'post-world', 'wire-home'];

let world: WatchedWorld;
beforeEach(async () => {
  world = await openWatchedWorld(OUTLETS, START);
});
afterEach(() => world.close());

const deps = () => ({ ...world, ...world.stores });
const record = (day: string) => recordCoverage({ day }, deps());
const rows = (): Promise<CoverageDay[]> =>
  world.stores.coverage.days({ from: '2025-01-01', to: '2027-01-01', sources: null });
const statesOf = async (source: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await rows()).filter(({ sourceId }) => sourceId === source).map(({ day, state }) => [day, state]),
  );

async function poll(feedId: string, over: Partial<PollOf> = {}): Promise<void> {
  await world.poll({ feedId, ...over });
  await record(dayToRecordAfter(world.clock.now()));
}

/** A day with polls at noon and ten articles of each outlet. */
async function liveDay(
  feeds = FEEDS,
  counts: Record<string, number> = { post: 10, wire: 10 },
): Promise<void> {
  world.clock.advance(DAY_MS / 2);
  for (const feedId of feeds) await poll(feedId);
  await world.count(counts);
  world.clock.advance(DAY_MS / 2);
}

const unlist = (gone: string): Promise<void> =>
  world.stores.feeds.register(
    world.register.feeds
      .filter(({ id }) => id !== gone)
      .map(({ id, sourceId, url }) => ({
        ...{ id, sourceId, url, host: `${id}.example:443`, language: null, verified: null, optedOut: false },
      })),
    world.clock.now(),
  );

describe('a day that has only begun', () => {
  beforeEach(async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    world.clock.advance(HOUR_MS / 12);
  });

  it('is no outage because one of two feeds failed just after midnight, but is once both did', async () => {
    await poll('post-home', { outcome: 'failed' });
    expect((await statesOf('post'))['2026-03-11']).toBeUndefined();
    await poll('post-world', { outcome: 'failed' });
    expect((await statesOf('post'))['2026-03-11']).toBe('outage');
    world.clock.advance(HOUR_MS);
    await poll('post-home');
    expect((await statesOf('post'))['2026-03-11']).toBe('observed');
  });

  it('and then ends without a poll is an outage once it is surely over, which the sweep sees to', async () => {
    world.clock.advance(DAY_MS + HOUR_MS);
    expect(await unrecordedDays(deps())).toEqual([]);
    world.clock.advance(DAY_MS);
    for (const { payload } of await unrecordedDays(deps()))
      await recordCoverage(payload as { day: string }, deps());
    expect((await statesOf('post'))['2026-03-11']).toBe('outage');
    expect(await unrecordedDays(deps())).toEqual([]);
  });
});

describe('a time without records', () => {
  it('in which nothing ran is an outage from its first day on, however long it was', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    world.clock.advance(70 * DAY_MS);
    await liveDay();
    await liveDay();
    const states = await statesOf('post');
    const away = daysFrom('2026-03-11', '2026-05-18');
    expect(away.map((day) => states[day])).toEqual(away.map(() => 'outage'));
  });

  it('in which polls were logged is made up for: as before coverage was recorded at all', async () => {
    for (let i = 0; i < 30; i++) {
      world.clock.advance(DAY_MS / 2);
      for (const feedId of FEEDS) await world.poll({ feedId });
      await world.count({ post: i === 20 ? 0 : 10, wire: 10 });
      world.clock.advance(DAY_MS / 2);
    }
    await record(dayToRecordAfter(world.clock.now()));
    const states = await statesOf('post');
    expect(Object.keys(states)[0]).toBe('2026-03-01');
    expect(states['2026-03-21']).toBe('outage');
    expect(Object.values(states).filter((state) => state === 'observed').length).toBeGreaterThanOrEqual(27);
  });

  it('between the days of an archive is left without records', async () => {
    for (const day of ['2025-06-01', '2025-12-01']) {
      await world.count({ post: 10 }, new Date(`${day}T12:00:00Z`));
      await record(day);
    }
    expect(Object.keys(await statesOf('post'))).toEqual(['2025-06-01', '2025-12-01']);
  });
});

describe('an outlet that was given up', () => {
  it('has no record from the second day after its last poll on, and none is asked for', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    await unlist('wire-home');
    for (let i = 0; i < 10; i++) await liveDay(['post-home', 'post-world'], { post: 10 });
    const told = Object.keys(await statesOf('wire'));
    expect(told.at(-1)).toBe('2026-03-11');
    expect(Object.keys(await statesOf('post')).at(-1)).toBe('2026-03-20');
    world.clock.advance(DAY_MS);
    await record(dayToRecordAfter(world.clock.now()));
    expect(await unrecordedDays(deps())).toEqual([]);
  });

  it('keeps its records of the days before, and what is counted of them later', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    await unlist('wire-home');
    world.clock.advance(30 * DAY_MS);
    await world.count({ post: 10, wire: 12 }, new Date('2026-03-05T12:00:00Z'));
    await record('2026-03-05');
    expect(
      (await rows()).find(({ day, sourceId }) => day === '2026-03-05' && sourceId === 'wire'),
    ).toMatchObject({
      ...{ state: 'observed', seen: 12 },
    });
  });

  it('with another feed that is polled is an outlet like any', async () => {
    for (let i = 0; i < 10; i++) await liveDay();
    await unlist('post-world');
    for (let i = 0; i < 5; i++) await liveDay(['post-home', 'wire-home']);
    expect((await statesOf('post'))[shiftDay('2026-03-01', 14)]).toBe('observed');
  });
});

describe('recording many sources', () => {
  it('lets others have a turn in between', async () => {
    const outlets = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `o${i}`,
        { feeds: [`o${i}-home`], country: 'PK', bloc: 'pakistani' },
      ]),
    );
    const many = await openWatchedWorld(outlets, START);
    let turns = 0;
    let isDone = false;
    const takeTurn = (): void => {
      turns++;
      if (!isDone) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    await recordCoverage({ day: '2026-02-27' }, { ...many, ...many.stores });
    isDone = true;
    await many.close();
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});
