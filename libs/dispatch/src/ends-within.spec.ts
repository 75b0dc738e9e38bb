import { endsWithin } from './ends-within.js';

describe('waiting with a deadline', () => {
  it('tells that the work ended', async () => {
    await expect(endsWithin(Promise.resolve('x'), 10_000)).resolves.toBe(true);
  });

  it('tells that the work did not end', async () => {
    await expect(endsWithin(new Promise(() => undefined), 1)).resolves.toBe(false);
  });

  it('rejects as the work does', async () => {
    await expect(endsWithin(Promise.reject(new Error('broken')), 10_000)).rejects.toThrow('broken');
  });
});
