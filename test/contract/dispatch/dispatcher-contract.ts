import { Bench, type OpenDispatcher } from './bench.js';
import { dedupeContract } from './dedupe-contract.js';
import { drainContract } from './drain-contract.js';
import { retryContract } from './retry-contract.js';
import { runContract } from './run-contract.js';

/** What every dispatcher promises, wherever its jobs wait. */
export function dispatcherContract(name: string, open: OpenDispatcher): void {
  describe(`the dispatcher ${name}`, () => {
    const bench = new Bench(open);
    describe('running jobs', () => runContract(bench));
    describe('dropping twins', () => dedupeContract(bench));
    describe('trying again', () => retryContract(bench));
    describe('shutting down', () => drainContract(bench));
  });
}
