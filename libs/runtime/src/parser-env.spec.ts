import { readParserEnv } from './env.js';

describe('the settings of reading documents', () => {
  it('do not depend on others, which may be half written', () => {
    const others = { RUN_MODE: 'distributed', PORT: 'x', FEED_LEASE_MS: '1', MONGODB_URI: '' };
    expect(readParserEnv({ ...others, PARSE_TIMEOUT_MS: '60000' })).toEqual({ PARSE_TIMEOUT_MS: 60_000 });
    expect(readParserEnv({ PARSE_TIMEOUT_MS: '' })).toEqual(readParserEnv(others));
  });

  it('are refused by name like all others', () => {
    expect(() => readParserEnv({ PARSE_TIMEOUT_MS: '1' })).toThrow(/PARSE_TIMEOUT_MS: /);
  });
});
