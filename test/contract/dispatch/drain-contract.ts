import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, idOf, job, jobSpec, type Bench } from './bench.js';

/** Shutting down. */
export function drainContract(bench: Bench): void {
  it('waits for the jobs that run and starts no other', async () => {
    const order: string[] = [];
    const gate = bench.gate();
    const dispatcher = await bench.openAtWork(jobSpec(), async (payload) => {
      order.push(`${idOf(payload)} starts`);
      await gate.opened;
      order.push(`${idOf(payload)} ends`);
      return [];
    });
    await dispatcher.dispatch([job('a'), job('b')]);
    await eventually('a runs', () => order.length === 1);
    const drained = dispatcher.drain(20_000).then(() => order.push('drained'));
    await expect(dispatcher.dispatch([job('c')])).rejects.toThrow('shut down');
    // Time in which a drain that does not wait would end.
    await sleep(200);
    gate.open();
    await drained;
    expect(order).toEqual(['a starts', 'a ends', 'drained']);
  });

  it('lets go of jobs that run longer than the deadline, and says so', async () => {
    const gate = bench.gate();
    let started = false;
    let ended = false;
    const dispatcher = await bench.openAtWork(jobSpec(), async () => {
      started = true;
      await gate.opened;
      ended = true;
      return [];
    });
    await dispatcher.dispatch([job('a')]);
    await eventually('a runs', () => started);
    await dispatcher.drain(50);
    expect(ended).toBe(false);
    expect(bench.lines.map(({ message }) => message)).toContainEqual(expect.stringContaining('let go'));
  });

  it('refuses jobs, work and pings afterwards', async () => {
    const dispatcher = await bench.open(jobSpec());
    await dispatcher.drain(1_000);
    await expect(dispatcher.dispatch([job('a')])).rejects.toThrow('shut down');
    await expect(dispatcher.work(new Map([['test.run', async () => []]]))).rejects.toThrow('shut down');
    await expect(dispatcher.ping()).rejects.toThrow('shut down');
  });

  it('may be told twice', async () => {
    const dispatcher = await bench.openAtWork(jobSpec(), async () => []);
    await Promise.all([dispatcher.drain(1_000), dispatcher.drain(1_000)]);
    await expect(dispatcher.drain(1_000)).resolves.toBeUndefined();
  });

  it('starts no job whose delay ends after it', async () => {
    let runs = 0;
    const gate = bench.gate();
    const dispatcher = await bench.open(jobSpec(), jobSpec({ name: 'test.delayed', delayMs: 500 }));
    const handlers = new Map([
      ['test.run', () => gate.opened.then(() => [])],
      ['test.delayed', async () => ((runs += 1), [])],
    ]);
    await dispatcher.work(handlers);
    await dispatcher.dispatch([job('a'), job('b', 'test.delayed')]);
    const drained = dispatcher.drain(5_000);
    setTimeout(gate.open, 800);
    await drained;
    expect(runs).toBe(0);
  });
}
