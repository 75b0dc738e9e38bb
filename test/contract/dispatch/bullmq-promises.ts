import { Redis } from 'ioredis';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import type { JobHandler } from '#domain/job.js';
import { openBullmq } from '#dispatch/bullmq/open-bullmq.js';
import { Bench, eventually, idOf, job, jobSpec } from './bench.js';
import { RedisProxy } from './redis-proxy.js';

/** What only a queue outside of the process can promise: workers that share, die and lose their Redis. */
export function bullmqPromises(redisUrl: string, nextPrefix: () => string): void {
  let prefix: string;
  let proxy: RedisProxy;
  let runs: string[];
  // Everything goes through the proxy; most tests leave it alone.
  const bench = new Bench((specs, log) =>
    openBullmq({ redisUrl: proxy.url, prefix, specs, log, stalledIntervalMs: 200 }),
  );

  beforeEach(async () => {
    prefix = nextPrefix();
    proxy = await RedisProxy.open(redisUrl);
    runs = [];
  });
  afterEach(() => proxy.close());

  const record: JobHandler = async (payload) => {
    runs.push(idOf(payload));
    return [];
  };

  /** A dispatcher at work on a job that runs until the gate opens. */
  const openStuck = async (opened: Promise<void>, ...next: string[]): Promise<Dispatcher> => {
    const dispatcher = await bench.openAtWork(jobSpec(), async (payload) => {
      await record(payload);
      await opened;
      return next.map((id) => job(id));
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a runs', () => runs.length === 1);
    return dispatcher;
  };

  /** A job's lock lasts two intervals: after this, one that was not renewed is lost and found to be. */
  const severalIntervals = async (): Promise<void> => {
    const clock = await bench.openAtWork(jobSpec({ name: 'test.clock', delayMs: 1_500 }), record);
    await clock.dispatch([job('tick', 'test.clock')]);
    await eventually('several intervals go by', () => runs.includes('tick'));
  };

  it('runs what another process sends, and drops twins between senders', async () => {
    const [one, two] = [await bench.open(jobSpec()), await bench.open(jobSpec())];
    await one.dispatch([job('a')]);
    await two.dispatch([job('a'), job('b')]);
    await bench.openAtWork(jobSpec(), record);
    await eventually('b runs', () => runs.includes('b'));
    expect(runs).toEqual(['a', 'b']);
  });

  it('keeps waiting jobs, and those that a job returns during the drain, for the next worker', async () => {
    const gate = bench.gate();
    const first = await openStuck(gate.opened, 'c');
    await first.dispatch([job('b')]);
    const drained = first.drain(10_000);
    gate.open();
    await drained;
    await bench.openAtWork(jobSpec(), record);
    await eventually('all run', () => runs.length === 3);
    expect(runs).toEqual(['a', 'b', 'c']);
  });

  it('gives the job of a worker that is gone to another', async () => {
    const first = await openStuck(bench.gate().opened);
    await first.drain(0);
    await bench.openAtWork(jobSpec(), record);
    await eventually('a runs again', () => runs.length === 2);
    expect(runs).toEqual(['a', 'a']);
  });

  it('keeps the job of a worker that lives, however long it runs', async () => {
    const gate = bench.gate();
    await openStuck(gate.opened);
    const second = await bench.openAtWork(jobSpec(), record);
    await severalIntervals();
    gate.open();
    await second.dispatch([job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    expect(runs).toEqual(['a', 'tick', 'b']);
  });

  it('goes on after all that Redis held was wiped in the middle of a job', async () => {
    const gate = bench.gate();
    const dispatcher = await openStuck(gate.opened);
    await dispatcher.dispatch([job('b')]);
    await wipe(redisUrl, prefix);
    await dispatcher.dispatch([job('b'), job('c')]);
    gate.open();
    await eventually('what came after it runs', () => runs.includes('c'));
    expect(runs).toEqual(['a', 'b', 'c']);
  });

  it('does not mistake a job sent after a wipe for one that runs since before it', async () => {
    const gates = { a: bench.gate(), b: bench.gate() };
    const dispatcher = await bench.openAtWork(jobSpec({ concurrency: 2 }), async (payload) => {
      await record(payload);
      await gates[idOf(payload) as 'a' | 'b'].opened;
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a runs', () => runs.includes('a'));
    await wipe(redisUrl, prefix);
    await dispatcher.dispatch([job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    gates.a.open();
    await severalIntervals();
    expect(runs).toEqual(['a', 'b', 'tick']);
  });

  it('shuts down while Redis is away', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), record);
    proxy.cut();
    await eventually('the outage is seen', () => bench.lines.length > 0);
    await expect(dispatcher.drain(200)).resolves.toBeUndefined();
  });

  it('refuses jobs and pings while Redis is away, goes on when it is back, and tells of each once', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), record);
    proxy.cut();
    const answers = await Promise.allSettled([dispatcher.dispatch([job('a')]), dispatcher.ping()]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    proxy.restore();
    await eventually('it is back', () => bench.lines.some(({ message }) => message === 'Redis is back'));
    await dispatcher.dispatch([job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    expect(bench.lines.map(({ message }) => message)).toEqual([
      expect.stringContaining('lost'),
      'Redis is back',
    ]);
  });

  it('finishes a job that Redis left alone, and runs the waiting ones when it is back', async () => {
    const gate = bench.gate();
    const dispatcher = await openStuck(gate.opened);
    await dispatcher.dispatch([job('b')]);
    proxy.cut();
    gate.open();
    await eventually('the outage is seen', () => bench.lines.length > 0);
    proxy.restore();
    await eventually('b runs', () => runs.includes('b'));
  });
}

/** Removes every key of the prefix, as FLUSHALL would. */
export async function wipe(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
}
