import fc from 'fast-check';
import { readAddress } from './read-address.js';

const addressOf = (given: string): string | null => {
  const read = readAddress(given);
  return read.ok ? read.address : null;
};
const reasonOf = (given: string): string | null => {
  const read = readAddress(given);
  return read.ok ? null : read.reason;
};

describe('an address', () => {
  it.each([
    ['https://www.dawn.com/feeds/home', 'https://www.dawn.com/feeds/home'],
    ['  dawn.com ', 'https://dawn.com/'],
    ['dawn.com:8080/feed', 'https://dawn.com:8080/feed'],
    ['127.0.0.1:8080/feed', 'https://127.0.0.1:8080/feed'],
    ['//dawn.com/feed', 'https://dawn.com/feed'],
    ['feed://dawn.com/rss', 'http://dawn.com/rss'],
    ['feed:https://dawn.com/rss', 'https://dawn.com/rss'],
    ['HTTP://DAWN.com/Feed#top', 'http://dawn.com/Feed'],
  ])('written as %j is read as people mean it', (given, meant) => {
    expect(addressOf(given)).toBe(meant);
  });

  it.each([
    ['', /is not an address; write it like/],
    ['dawn', /"dawn" is not an address/],
    ['the dawn of day', /is not an address/],
    ['ftp://dawn.com/feed', /is not an http or https address/],
    ['javascript:alert(1)', /is not an http or https address/],
    ['file:///etc/passwd', /is not an http or https address/],
    ['https://desk:secret@dawn.com/feed', /^the address has a user name or password in it/],
    [`https://dawn.com/${'x'.repeat(5_000)}`, /longer than 4096 characters/],
  ])('written as %j is refused with the reason', (given, reason) => {
    expect(reasonOf(given)).toMatch(reason);
  });

  it('that is refused for its password does not show it', () => {
    expect(reasonOf('https://desk:secret@dawn.com/feed')).not.toContain('secret');
  });

  it('reads the same again', () => {
    fc.assert(fc.property(fc.webUrl(), (url) => expect(addressOf(addressOf(url)!)).toBe(addressOf(url))));
  });
});
