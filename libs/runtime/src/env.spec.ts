import { OperatorError } from '#domain/errors.js';
import { readEnv } from './env.js';

describe('the settings of polls', () => {
  it('let none outlast the time it is reserved for, and say what to set', () => {
    const slow = { FETCH_TIMEOUT_MS: '60000', PARSE_TIMEOUT_MS: '20000' };
    expect(() => readEnv(slow)).toThrow(OperatorError);
    expect(() => readEnv(slow)).toThrow(/FEED_LEASE_MS: at least .*: set it to 141000 or more, or lower/);
    expect(() => readEnv({ ...slow, FEED_LEASE_MS: '140999' })).toThrow(/FEED_LEASE_MS/);
    expect(readEnv({ ...slow, FEED_LEASE_MS: '141000' })).toMatchObject({ FEED_LEASE_MS: 141_000 });
    expect(readEnv({})).toMatchObject({ FEED_LEASE_MS: 120_000 });
  });

  it.each(['FETCH_TIMEOUT_MS', 'PARSE_TIMEOUT_MS'])('limit %s to ten minutes', (name) => {
    const FEED_LEASE_MS = String(24 * 60 * 60_000);
    expect(readEnv({ FEED_LEASE_MS, [name]: '600000' })).toMatchObject({ [name]: 600_000 });
    expect(() => readEnv({ FEED_LEASE_MS, [name]: '600001' })).toThrow(`${name}: at most ten minutes`);
  });
});
