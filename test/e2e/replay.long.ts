import { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import { type Dump, hashOf } from './support/dump-rows.js';
import { type Place, ReplayRun } from './support/replay-run.js';
import { replayFolder, type ReplayServer, startReplayServer } from './support/replay-server.js';

const folder = replayFolder();
const { MONGODB_URI, REDIS_URL } = process.env;
const services = MONGODB_URI && REDIS_URL ? { mongo: MONGODB_URI, redis: REDIS_URL } : null;
if (!folder) console.warn('LEFT OUT: the replays, since there are no real feed documents beside the project');
else if (!services)
  console.warn('LEFT OUT: the distributed replays, since MONGODB_URI and REDIS_URL are not set');

/** Items of the subset on which distributed mode is tried. */
const SUBSET = 3_000;

const EMBEDDED: Place = { workers: 0, settings: {} };
let databases = 0;

function distributed(): Place {
  const mongo = new URL(services!.mongo);
  mongo.pathname = `/replay_${process.pid}_${databases}`;
  const redis = new URL(services!.redis);
  redis.pathname = `/${databases++}`;
  return {
    workers: 2,
    settings: { RUN_MODE: 'distributed', MONGODB_URI: mongo.href, REDIS_URL: redis.href },
  };
}

const daysOf = ({ days }: ReplayServer): number[] => [...days.keys()];

/** Alerts are judgements of a moment, made with what was known then; all else must be the same. */
function factsOf({ articles, records, feeds }: Dump): Pick<Dump, 'articles' | 'records' | 'feeds'> {
  return { articles, records, feeds };
}

function expectSame(found: Dump, expected: Dump): void {
  if (hashOf(factsOf(found)) !== hashOf(factsOf(expected))) expect(factsOf(found)).toEqual(factsOf(expected));
}

/** Canonical for counting: what the project's own key folds of these links is a trailing slash. */
const distinctLinks = (replay: ReplayServer): number =>
  new Set([...replay.links(replay.days.length - 1)].map((link) => link.replace(/\/$/, ''))).size;

async function playWhole(run: ReplayRun, meanwhile?: (day: number) => Promise<void>): Promise<Dump> {
  // A server polls as soon as it starts, and must not find the last day of an earlier run.
  run.replay.setDay(0);
  await run.start();
  await run.play(daysOf(run.replay), meanwhile);
  await run.finish();
  await run.stop();
  return run.dump();
}

/** Kills `victim` when some of the day's articles are settled and some are not; true where it came in between. */
async function killInBetween(run: ReplayRun, victim: () => Promise<void>): Promise<boolean> {
  for (let tries = 0; tries < 2_000; tries++) {
    const { unsettled, articles } = await run.status();
    if (unsettled > 0 && unsettled < articles) break;
    await pause(2);
  }
  await victim();
  const { unsettled, articles } = await run.inspect((stores) => stores.progress(1, new Date()));
  return unsettled > 0 && unsettled < articles;
}

(folder ? describe : describe.skip)('real feeds played day by day', () => {
  let replay: ReplayServer;
  const runs: ReplayRun[] = [];
  const newRun = (place: Place): ReplayRun => {
    const run = new ReplayRun(replay, place);
    runs.push(run);
    return run;
  };
  afterEach(() => runs.splice(0).forEach((run) => run.remove()));

  describe('embedded, all of them', () => {
    let whole: Dump;
    beforeAll(async () => (replay = await startReplayServer({ folder: folder! })));
    afterAll(() => replay.close());

    it('end as one article each, and a second run adds none', async () => {
      const run = newRun(EMBEDDED);
      whole = await playWhole(run);
      expect(whole.articles).toHaveLength(distinctLinks(replay));
      await run.start();
      await run.play(daysOf(replay).filter((day) => day % 3 === 2));
      await run.finish();
      expect((await run.status()).articles).toBe(whole.articles.length);
      await run.stop();
    }, 1_200_000);

    it('end as the same rows when the process is killed on the way', async () => {
      const run = newRun(EMBEDDED);
      let kills = 0;
      const killed = await playWhole(run, async (day) => {
        if (kills >= 3 || day < 10) return;
        const between = await killInBetween(run, async () => void (await run.server.end('SIGKILL')));
        if (between) kills++;
        await run.start();
      });
      expect(kills).toBe(3);
      expectSame(killed, whole);
    }, 1_200_000);
  });

  (services ? describe : describe.skip)('distributed over two workers, some of them', () => {
    let whole: Dump;
    beforeAll(async () => (replay = await startReplayServer({ folder: folder!, maxItems: SUBSET })));
    afterAll(() => replay.close());

    it('end as the same rows as in embedded mode', async () => {
      whole = await playWhole(newRun(EMBEDDED));
      expect(whole.articles).toHaveLength(distinctLinks(replay));
      expectSame(await playWhole(newRun(distributed())), whole);
    }, 1_200_000);

    it('end as the same rows when workers are killed and Redis is flushed on the way', async () => {
      const run = newRun(distributed());
      const redis = new Redis(services!.redis);
      let kills = 0;
      let flushes = 0;
      const disturbed = await playWhole(run, async (day) => {
        if (day % 6 === 5 && kills < 3) {
          const victim = run.workers.shift()!;
          if (await killInBetween(run, async () => void (await victim.end('SIGKILL')))) kills++;
          await run.startWorker();
        }
        if (day % 6 === 2 && flushes < 3) {
          if (await killInBetween(run, async () => void (await redis.flushall()))) flushes++;
        }
      });
      redis.disconnect();
      expect({ kills, flushes }).toEqual({ kills: 3, flushes: 3 });
      expectSame(disturbed, whole);
    }, 1_200_000);
  });
});
