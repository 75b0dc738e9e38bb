import fc from 'fast-check';
import { backoffDelay } from './backoff-delay.js';

describe('the wait before the next try', () => {
  it('is the policy’s own after the first', () => {
    expect(backoffDelay({ attempts: 5, backoffMs: 700 }, 1)).toBe(700);
  });

  it('doubles with each further one', () => {
    const tries = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), tries, (backoffMs, made) => {
        const retry = { attempts: 99, backoffMs };
        expect(backoffDelay(retry, made + 1)).toBe(2 * backoffDelay(retry, made));
      }),
    );
  });
});
