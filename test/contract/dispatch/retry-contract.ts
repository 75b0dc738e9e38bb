import { z } from 'zod';
import { PermanentError, RetryLaterError } from '#domain/errors.js';
import { eventually, idOf, job, jobSpec, type Bench } from './bench.js';

/** A clock of whole milliseconds may show a wait as up to this much shorter than it was. */
const CLOCK_STEP_MS = 2;

/** What becomes of a job whose handler throws. */
export function retryContract(bench: Bench): void {
  it('tries as often as the policy says, waiting twice as long each time', async () => {
    const tries: number[] = [];
    const spec = jobSpec({ retry: { attempts: 3, backoffMs: 150 } });
    const dispatcher = await bench.openAtWork(spec, async () => {
      tries.push(Date.now());
      throw new Error('broken');
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the job is given up', () => bench.givenUp().length === 1);
    await dispatcher.drain(5_000);
    const [first = 0, second = 0, third = 0] = tries;
    expect(tries).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(150 - CLOCK_STEP_MS);
    expect(third - second).toBeGreaterThanOrEqual(300 - CLOCK_STEP_MS);
    expect(bench.givenUp()[0]?.fields).toMatchObject({ job: 'test.run', error: 'broken', try: 3, of: 3 });
  });

  it('lets other jobs run while one waits for its next try', async () => {
    const runs: string[] = [];
    const spec = jobSpec({ retry: { attempts: 2, backoffMs: 3_600_000 } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      runs.push(idOf(payload));
      if (idOf(payload) === 'a') throw new Error('broken');
      return [];
    });
    await dispatcher.dispatch([job('a'), job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    expect(runs).toEqual(['a', 'b']);
  });

  it('ends the trying with the first success', async () => {
    let tries = 0;
    const spec = jobSpec({ retry: { attempts: 5, backoffMs: 10 } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      if (idOf(payload) === 'last') return [];
      tries += 1;
      if (tries < 2) throw new Error('broken');
      return [job('last')];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the second try succeeds', () => tries === 2);
    await dispatcher.drain(5_000);
    expect(tries).toBe(2);
    expect(bench.givenUp()).toEqual([]);
  });

  it('does not try again after a permanent error', async () => {
    let tries = 0;
    const spec = jobSpec({ retry: { attempts: 5, backoffMs: 1 } });
    const dispatcher = await bench.openAtWork(spec, async () => {
      tries += 1;
      throw new PermanentError('gone for good');
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the job is given up', () => bench.givenUp().length === 1);
    await dispatcher.drain(5_000);
    expect(tries).toBe(1);
  });

  it('puts a job off as often as it asks without using up an attempt', async () => {
    const errors = [
      new RetryLaterError('not yet', 10),
      new RetryLaterError('not yet', 10),
      new Error('broken'),
      new RetryLaterError('not yet', 10),
    ];
    let done = false;
    const spec = jobSpec({ retry: { attempts: 2, backoffMs: 10 } });
    const dispatcher = await bench.openAtWork(spec, async () => {
      const error = errors.shift();
      if (error !== undefined) throw error;
      done = true;
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the fifth try succeeds', () => done);
    expect(bench.givenUp()).toEqual([]);
  });

  it('puts a job off for at least the time that it asks for', async () => {
    const tries: number[] = [];
    const dispatcher = await bench.openAtWork(jobSpec(), async () => {
      tries.push(Date.now());
      if (tries.length === 1) throw new RetryLaterError('not yet', 200);
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the second try runs', () => tries.length === 2);
    expect(tries[1]! - tries[0]!).toBeGreaterThanOrEqual(200 - CLOCK_STEP_MS);
  });

  it('gives up a payload that does not match, without calling the handler', async () => {
    const seen: unknown[] = [];
    const spec = jobSpec({ retry: { attempts: 5, backoffMs: 1 } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      seen.push(payload);
      return [];
    });
    await dispatcher.dispatch([
      { name: 'test.run', payload: { id: 7 } },
      { name: 'test.run', payload: undefined },
    ]);
    await eventually('both are given up', () => bench.givenUp().length === 2);
    await dispatcher.drain(5_000);
    expect(seen).toEqual([]);
    expect(bench.givenUp()[0]?.fields['error']).toContain('id: ');
  });

  it('hands the handler what the schema makes of the payload', async () => {
    const seen: unknown[] = [];
    const schema = z.object({ id: z.string(), limit: z.number().default(50) });
    const dispatcher = await bench.openAtWork(jobSpec({ schema }), async (payload) => {
      seen.push(payload);
      return [];
    });
    await dispatcher.dispatch([{ name: 'test.run', payload: { id: 'a', extra: true } }]);
    await eventually('the job runs', () => seen.length === 1);
    expect(seen).toEqual([{ id: 'a', limit: 50 }]);
  });

  it('takes whatever is thrown for a failure', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), () => Promise.reject('just a text'));
    await dispatcher.dispatch([job('a')]);
    await eventually('the job is given up', () => bench.givenUp().length === 1);
    expect(bench.givenUp()[0]?.fields['error']).toBe('just a text');
  });
}
