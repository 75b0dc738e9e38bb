import { OperatorError } from '#domain/errors.js';
import { showRedisUrl } from './redis-url.js';

describe('a Redis address for the log', () => {
  it.each([
    ['redis://localhost', 'redis://localhost:6379'],
    ['redis://user:secret@queue.example:7000/2', 'redis://queue.example:7000/2'],
    ['rediss://:secret@[::1]:6380/', 'rediss://[::1]:6380'],
  ])('shows %s without its secrets', (url, shown) => {
    expect(showRedisUrl(url)).toBe(shown);
  });

  it.each(['', 'secret', 'localhost:6379', 'http://:secret@localhost', 'redis://', 'redis://:secret@:x'])(
    'refuses "%s" without repeating it',
    (url) => {
      const show = (): string => showRedisUrl(url);
      expect(show).toThrow(OperatorError);
      expect(show).toThrow('redis://HOST:PORT');
      expect(show).not.toThrow('secret');
    },
  );
});
