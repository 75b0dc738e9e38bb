import { setImmediate as nextTurn } from 'node:timers/promises';
import { fewAtOnce } from './few-at-once.js';

/** Look-ups that end when they are told to. */
function slowLookups(atOnce: number) {
  const begun: string[] = [];
  const ends = new Map<string, { resolve: (found: string[]) => void; reject: (why: Error) => void }>();
  const resolve = fewAtOnce((host) => {
    begun.push(host);
    return new Promise((resolve, reject) => ends.set(host, { resolve, reject }));
  }, atOnce);
  return { begun, ends, resolve };
}

describe('look-ups of names', () => {
  it('are so many at a time as allowed, the next one when one has ended, well or badly', async () => {
    const { begun, ends, resolve } = slowLookups(2);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((host) => resolve(host));
    await nextTurn();
    expect(begun).toEqual(['a', 'b']);
    ends.get('b')!.reject(new Error('no such name'));
    await expect(b).rejects.toThrow('no such name');
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const host of ['a', 'c']) ends.get(host)!.resolve([host]);
    expect(await Promise.all([a, c])).toEqual([['a'], ['c']]);
    await nextTurn();
    ends.get('d')!.resolve(['d']);
    expect(await d).toEqual(['d']);
  });

  it('of one name are one for all who ask meanwhile, and anew for who asks later', async () => {
    const { begun, ends, resolve } = slowLookups(2);
    const both = Promise.all([resolve('a'), resolve('a')]);
    await nextTurn();
    ends.get('a')!.resolve(['1.1.1.1']);
    expect(await both).toEqual([['1.1.1.1'], ['1.1.1.1']]);
    void resolve('a');
    await nextTurn();
    expect(begun).toEqual(['a', 'a']);
  });
});
