import { feedOf, rss } from '../../../../test/support/parsed-feed.js';

const HOUR = 3_600_000;
const metaOf = async (head: string) => (await feedOf(rss('', head))).feed;

describe('how long a feed may be kept', () => {
  it.each([
    ['<ttl>60</ttl>', HOUR],
    ['<ttl> 1.5 </ttl>', 90_000],
    ['<ttl>0</ttl>', null],
    ['<ttl>-5</ttl>', null],
    ['<ttl>soon</ttl>', null],
    ['<ttl>1e999</ttl>', null],
    ['<ttl/>', null],
    ['', null],
  ])('by %s is %p', async (head, ttlMs) => expect(await metaOf(head)).toMatchObject({ ttlMs }));
});

describe('how often a feed changes', () => {
  const SY = 'http://purl.org/rss/1.0/modules/syndication/';

  it.each([
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', HOUR / 2],
    ['<sy:updatePeriod> Weekly </sy:updatePeriod>', 7 * 24 * HOUR],
    ['<sy:updatePeriod>monthly</sy:updatePeriod>', 30 * 24 * HOUR],
    ['<sy:updatePeriod>yearly</sy:updatePeriod>', 365 * 24 * HOUR],
    ['<sy:updateFrequency>4</sy:updateFrequency>', 6 * HOUR],
    [`<x:updatePeriod xmlns:x="${SY}">daily</x:updatePeriod>`, 24 * HOUR],
    ['<sy:updatePeriod>often</sy:updatePeriod>', null],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', null],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>x</sy:updateFrequency>', null],
    ['<updatePeriod>hourly</updatePeriod>', null],
    ['', null],
  ])('by %s is every %p ms', async (head, updatePeriodMs) =>
    expect(await metaOf(head)).toMatchObject({ updatePeriodMs }),
  );
});

describe('the page of a feed', () => {
  it.each([
    ['<link>https://x.test/</link>', 'https://x.test/'],
    ['<atom:link rel="self" href="https://x.test/rss"/><link>https://x.test/</link>', 'https://x.test/'],
    ['<atom:link rel="alternate" href="https://x.test/"/>', 'https://x.test/'],
    ['<link>/home</link>', 'https://feeds.test/home'],
    ['<link>javascript:x</link>', null],
    ['', null],
  ])('by %s is %p', async (head, link) => expect(await metaOf(head)).toMatchObject({ link }));
});
