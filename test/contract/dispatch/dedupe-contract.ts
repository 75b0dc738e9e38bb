import fc from 'fast-check';
import { RetryLaterError } from '#domain/errors.js';
import type { JobHandler } from '#domain/job.js';
import { eventually, idOf, job, jobSpec, type Bench } from './bench.js';

const AN_HOUR_MS = 3_600_000;

/** Dedupe keys: only a job that waits for its first start holds one. */
export function dedupeContract(bench: Bench): void {
  let runs: string[];
  beforeEach(() => {
    runs = [];
  });

  const record: JobHandler = async (payload) => {
    runs.push(idOf(payload));
    return [];
  };

  it('drops the twin of a job that waits', async () => {
    const dispatcher = await bench.open(jobSpec());
    await dispatcher.dispatch([job('a')]);
    await dispatcher.dispatch([job('a'), job('b')]);
    await dispatcher.work(new Map([['test.run', record]]));
    await eventually('b runs', () => runs.includes('b'));
    expect(runs).toEqual(['a', 'b']);
  });

  it('drops the twin of a job whose delay is running', async () => {
    const dispatcher = await bench.openAtWork(jobSpec({ delayMs: 300 }), record);
    await dispatcher.dispatch([job('a')]);
    await dispatcher.dispatch([job('a'), job('b')]);
    await eventually('b runs', () => runs.includes('b'));
    expect(runs).toEqual(['a', 'b']);
  });

  it('runs each key of a waiting list once, in the order in which they came first', async () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    await fc.assert(
      fc
        .asyncProperty(keys, async (ids) => {
          const dispatcher = await bench.open(jobSpec());
          await dispatcher.dispatch(ids.map((id) => job(id)));
          await dispatcher.dispatch([job('last')]);
          await dispatcher.work(new Map([['test.run', record]]));
          await eventually('the last one runs', () => runs.includes('last'));
          expect(runs).toEqual([...new Set(ids), 'last']);
        })
        .afterEach(() => {
          runs = [];
          return bench.clear();
        }),
      { numRuns: 8 },
    );
  });

  it('keeps the twin of a job that runs', async () => {
    const gate = bench.gate();
    const dispatcher = await bench.openAtWork(jobSpec(), async (payload) => {
      await record(payload);
      await gate.opened;
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a runs', () => runs.length === 1);
    await dispatcher.dispatch([job('a')]);
    gate.open();
    await eventually('the twin runs', () => runs.length === 2);
  });

  it('keeps the twin of a job that is done', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), record);
    await dispatcher.dispatch([job('a')]);
    await eventually('a runs', () => runs.length === 1);
    await dispatcher.dispatch([job('a')]);
    await eventually('the twin runs', () => runs.length === 2);
  });

  it('keeps the twin of a job that was given up', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), async (payload) => {
      await record(payload);
      throw new Error('broken');
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a is given up', () => bench.givenUp().length === 1);
    await dispatcher.dispatch([job('a')]);
    await eventually('the twin is given up', () => bench.givenUp().length === 2);
    expect(runs).toEqual(['a', 'a']);
  });

  it.each([
    ['for its next try', () => new Error('broken')],
    ['because it was put off', () => new RetryLaterError('not yet', AN_HOUR_MS)],
  ])('keeps the twin of a job that waits %s', async (_, makeError) => {
    const spec = jobSpec({ retry: { attempts: 2, backoffMs: AN_HOUR_MS } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      await record(payload);
      throw makeError();
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a fails', () => bench.lines.length === 1);
    await dispatcher.dispatch([job('a')]);
    await eventually('the twin runs', () => runs.length === 2);
  });

  it('leaves a waiting job its key when a twin that came before it is tried again', async () => {
    const spec = jobSpec({ delayMs: 800, concurrency: 3, retry: { attempts: 2, backoffMs: 20 } });
    const dispatcher = await bench.openAtWork(spec, async (payload) => {
      await record(payload);
      if (runs.length <= 2) await dispatcher.dispatch([job('a')]);
      if (runs.length === 1) throw new Error('the first try fails, and leaves a twin that waits');
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('the twin runs', () => runs.length === 3);
    await dispatcher.dispatch([job('last')]);
    await eventually('a job that came later than any twin runs', () => runs.includes('last'));
    expect(runs).toEqual(['a', 'a', 'a', 'last']);
  });

  it('never drops a job without a key', async () => {
    const dispatcher = await bench.open(jobSpec({ dedupeKey: () => null }));
    await dispatcher.dispatch([job('a'), job('a'), job('a')]);
    await dispatcher.work(new Map([['test.run', record]]));
    await eventually('all run', () => runs.length === 3);
  });

  it('holds apart equal keys of different names', async () => {
    const dispatcher = await bench.open(jobSpec(), jobSpec({ name: 'test.other' }));
    await dispatcher.dispatch([job('a'), job('a', 'test.other')]);
    await dispatcher.work(
      new Map([
        ['test.run', record],
        ['test.other', record],
      ]),
    );
    await eventually('both run', () => runs.length === 2);
  });

  it.each(['', 'a:b'])('refuses the key "%s"', async (id) => {
    const dispatcher = await bench.open(jobSpec());
    await expect(dispatcher.dispatch([job(id)])).rejects.toThrow('dedupe key');
  });
}
