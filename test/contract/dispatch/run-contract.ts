import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PermanentError } from '#domain/errors.js';
import type { JobHandler } from '#domain/job.js';
import { eventually, idOf, job, jobSpec, type Bench } from './bench.js';

const CLOCK_STEP_MS = 2;

/** When jobs run, and how many at once. */
export function runContract(bench: Bench): void {
  let runs: string[];
  beforeEach(() => {
    runs = [];
  });

  const record: JobHandler = async (payload) => {
    runs.push(idOf(payload));
    return [];
  };

  it('keeps jobs that come before anybody is at work', async () => {
    const dispatcher = await bench.open(jobSpec());
    await dispatcher.dispatch([job('a'), job('b'), job('c')]);
    await dispatcher.work(new Map([['test.run', record]]));
    await eventually('all run', () => runs.length === 3);
    expect(runs).toEqual(['a', 'b', 'c']);
  });

  it('starts a job no sooner than its delay is over', async () => {
    const spec = jobSpec({ delayMs: 250 });
    let startedAt = 0;
    const dispatcher = await bench.openAtWork(spec, async () => {
      startedAt = Date.now();
      return [];
    });
    const sentAt = Date.now();
    await dispatcher.dispatch([job('a')]);
    await eventually('it runs', () => startedAt > 0);
    expect(startedAt - sentAt).toBeGreaterThanOrEqual(250 - CLOCK_STEP_MS);
  });

  it('runs as many jobs of a name at once as its spec says, and no more', async () => {
    let running = 0;
    let most = 0;
    const dispatcher = await bench.openAtWork(jobSpec({ concurrency: 3 }), async (payload) => {
      running += 1;
      most = Math.max(most, running);
      if (runs.length < 3) await eventually('three run at once', () => most >= 3);
      await sleep(5);
      running -= 1;
      return record(payload);
    });
    await dispatcher.dispatch(Array.from({ length: 20 }, (_, index) => job(`job-${index}`)));
    await eventually('all run', () => runs.length === 20);
    expect(most).toBe(3);
  });

  it('runs the jobs of one name while those of another are stuck', async () => {
    const gate = bench.gate();
    const dispatcher = await bench.open(jobSpec(), jobSpec({ name: 'test.stuck' }));
    await dispatcher.work(
      new Map<string, JobHandler>([
        ['test.run', record],
        ['test.stuck', () => gate.opened.then(() => [])],
      ]),
    );
    await dispatcher.dispatch([job('a', 'test.stuck'), job('b')]);
    await eventually('b runs', () => runs.includes('b'));
  });

  it('dispatches the jobs that a handler returns, once it has succeeded', async () => {
    const order: string[] = [];
    const spec = jobSpec({ retry: { attempts: 2, backoffMs: 10 } });
    const dispatcher = await bench.open(spec, jobSpec({ name: 'test.next' }));
    const failOnce: JobHandler = async () => {
      order.push('first step');
      if (order.length === 1) throw new Error('broken');
      return [job('x', 'test.next'), job('y', 'test.next')];
    };
    const next: JobHandler = async (payload) => {
      order.push(idOf(payload));
      return [];
    };
    await dispatcher.work(
      new Map([
        ['test.run', failOnce],
        ['test.next', next],
      ]),
    );
    await dispatcher.dispatch([job('a')]);
    await eventually('the next jobs run', () => order.length === 4);
    expect(order).toEqual(['first step', 'first step', 'x', 'y']);
  });

  it('counts a job as done even if what follows cannot be passed on, and says so', async () => {
    const spec = jobSpec({ retry: { attempts: 3, backoffMs: 1 } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      await record(payload);
      return idOf(payload) === 'a' ? [job('x', 'test.unknown')] : [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('it is said', () => bench.lines.some(({ level }) => level === 'error'));
    await dispatcher.dispatch([job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    await dispatcher.drain(5_000);
    expect(runs).toEqual(['a', 'b']);
    expect(bench.givenUp()).toEqual([]);
  });

  it('passes payloads on as JSON, as they were when they were dispatched', async () => {
    const seen: unknown[] = [];
    const spec = jobSpec({ schema: z.looseObject({}), dedupeKey: () => null });
    const dispatcher = await bench.open(spec);
    const payload = { id: 'a', at: new Date(0), text: 'سرحد 🌍', gap: undefined };
    await dispatcher.dispatch([{ name: 'test.run', payload }]);
    payload.id = 'changed since';
    const keep: JobHandler = async (got) => {
      seen.push(got);
      return [];
    };
    await dispatcher.work(new Map([['test.run', keep]]));
    await eventually('it runs', () => seen.length === 1);
    expect(seen).toEqual([{ id: 'a', at: '1970-01-01T00:00:00.000Z', text: 'سرحد 🌍' }]);
  });

  it('refuses a list with an unknown name as a whole, for good', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), record);
    const refused = dispatcher.dispatch([job('a'), job('b', 'test.unknown')]);
    await expect(refused).rejects.toThrow(PermanentError);
    await dispatcher.dispatch([job('c')]);
    await eventually('c runs', () => runs.includes('c'));
    expect(runs).toEqual(['c']);
  });

  it('does not go to work where a job has no handler or a handler no job', async () => {
    const dispatcher = await bench.open(jobSpec(), jobSpec({ name: 'test.other' }));
    await expect(dispatcher.work(new Map([['test.run', record]]))).rejects.toThrow('test.other');
    const handlers = new Map(['test.run', 'test.other', 'test.stray'].map((name) => [name, record]));
    await expect(dispatcher.work(handlers)).rejects.toThrow('test.stray');
  });

  it('does not go to work twice', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), record);
    await expect(dispatcher.work(new Map([['test.run', record]]))).rejects.toThrow('at work already');
  });

  it('refuses two kinds of job under one name', async () => {
    await expect(bench.open(jobSpec(), jobSpec())).rejects.toThrow('share one name');
  });

  it('answers a ping', async () => {
    const dispatcher = await bench.open(jobSpec());
    await expect(dispatcher.ping()).resolves.toBeUndefined();
  });
}
