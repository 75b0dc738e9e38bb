import { feedKeyOf } from './feed-key.js';

describe('the key of a feed', () => {
  it.each([
    'http://example.org/feed/?hl=en&gl=PK',
    'HTTPS://WWW.Example.ORG:443/feed?hl=en&gl=PK#top',
    'http://example.org.:80/feed/?hl=en&gl=PK',
  ])('is the same for every spelling of its address: %s', (url) =>
    expect(feedKeyOf(url)).toBe('example.org/feed?hl=en&gl=PK'),
  );

  it.each([
    [
      'https://news.google.com/rss/search?q=torkham&hl=ur&gl=PK',
      'https://news.google.com/rss/search?q=torkham&hl=en&gl=IN',
    ],
    ['https://example.org/rss?feedname=world', 'https://example.org/rss?feedname=sport'],
    ['https://example.org/feed?type=amp', 'https://example.org/feed'],
    ['https://example.org/index.php/feed', 'https://example.org/feed'],
    ['https://m.example.org/feed', 'https://example.org/feed'],
    ['https://example.org:8080/feed', 'https://example.org/feed'],
    ['https://example.org/Feed', 'https://example.org/feed'],
  ])('is another for another feed: %s and %s', (one, other) =>
    expect(feedKeyOf(one)).not.toBe(feedKeyOf(other)),
  );
});
