import { SourceRegister } from '#domain/source-register.js';
import type { Source } from '#domain/source.js';
import { type FeedWish, planFeed } from './plan-feed.js';

const source = (id: string, hosts: string[]): Source => ({
  ...{ id, name: id, country: 'PK', bloc: 'pakistani', language: 'en', kind: 'press', hosts },
  feeds: [{ id: `${id}-home`, url: `https://${id}.test/rss`, verified: false }],
});

const register = new SourceRegister([source('daily', ['daily.test']), source('daily-2', [])]);
const taken = new Set(['daily-home', 'daily-world']);

function plan(wish: Partial<FeedWish> & { url: string }) {
  const full = { title: null, statedLanguage: null, ...wish };
  return planFeed(full, { register, isTaken: (id) => taken.has(id) });
}

describe('the feed that a wish comes to', () => {
  it('belongs to the owner of its host, a subdomain of it, or the source that is named', () => {
    expect(plan({ url: 'https://www.daily.test/x' }).source.id).toBe('daily');
    expect(plan({ url: 'https://urdu.daily.test/x' })).toMatchObject({ isNewSource: false });
    expect(plan({ url: 'https://www.daily.test/x', source: 'daily-2' }).source.id).toBe('daily-2');
    expect(() => plan({ url: 'https://x.test/', source: 'nobody' })).toThrow('there is no source "nobody"');
  });

  it('gets an id of its source and its path, made new by a number where it is taken', () => {
    const idOf = (url: string, id?: string) => plan({ url, ...(id && { id }) }).registration.id;
    expect(idOf('https://daily.test/feeds/politics/rss.xml')).toBe('daily-politics');
    expect(idOf('https://daily.test/World.rss')).toBe('daily-world-2');
    expect(idOf('https://daily.test/feed/')).toBe('daily-feed');
    expect(idOf('https://daily.test/daily/feed/')).toBe('daily-feed');
    expect(idOf('https://daily.test/خبریں/feed')).toBe('daily-feed');
    expect(idOf('https://daily.test/feed', 'kept-as-it-is')).toBe('kept-as-it-is');
    expect(idOf('https://daily.test/feed', 'daily-home')).toBe('daily-home-2');
    expect(idOf('https://daily.test/feed', 'No Id')).toBe('daily-feed');
  });

  it('owes politeness to host and port', () => {
    expect(plan({ url: 'https://www.daily.test:8443/x' }).registration.host).toBe('www.daily.test:8443');
  });
});

describe('a new outlet', () => {
  const ofTitle = (title: string | null, url = 'https://www.valley-times.test/feed') =>
    plan({ url, title }).source;

  it('is called after the feed, else after its host, and nothing is guessed of it', () => {
    expect(ofTitle('Valley Times')).toEqual({
      ...{ id: 'valley-times', name: 'Valley Times', country: 'unknown', bloc: 'unknown', kind: 'press' },
      ...{ language: 'mixed', hosts: ['valley-times.test'] },
      feeds: [{ id: 'valley-times-feed', url: 'https://www.valley-times.test/feed', verified: false }],
    });
    expect(ofTitle(null)).toMatchObject({ id: 'valley-times-test', name: 'valley-times.test' });
    expect(ofTitle('روزنامہ وادی')).toMatchObject({ id: 'valley-times-test', name: 'روزنامہ وادی' });
    expect(ofTitle('Äfghân’s Voice')).toMatchObject({ id: 'afghans-voice' });
    expect(ofTitle('Daily')).toMatchObject({ id: 'daily-3', name: 'Daily' });
  });

  it('has the language that is given, else the one its feed states', () => {
    const languageOf = (wish: Partial<FeedWish>) =>
      plan({ url: 'https://v.test/', title: 'V', ...wish }).source.language;
    expect(languageOf({ statedLanguage: 'fa-AF' })).toBe('prs');
    expect(languageOf({ statedLanguage: 'ur', language: 'en' })).toBe('en');
    expect(languageOf({ statedLanguage: 'ur', source: { name: 'V', language: 'ps' } })).toBe('ps');
    expect(languageOf({ statedLanguage: 'nonsense-tag' })).toBe('mixed');
  });

  it.each([
    ['https://feeds.feedburner.com/valley', []],
    ['https://news.google.com/rss/search?q=x', []],
    ['https://feeds.bbci.co.uk/news/rss.xml', []],
    ['https://valley.substack.com/feed', ['valley.substack.com']],
    ['http://127.0.0.1:8080/feed', ['127.0.0.1:8080']],
  ])('at %s owns the host only where it is its alone', (url, hosts) => {
    expect(plan({ url, title: 'Valley' }).source.hosts).toEqual(hosts);
  });

  it('is refused with the field that is wrong', () => {
    const wrong = (given: object) => () => plan({ url: 'https://v.test/', source: { name: 'V', ...given } });
    expect(wrong({ country: 'Pakistan' })).toThrow(/^source\.country: /);
    expect(wrong({ bloc: 'martian' })).toThrow(/^source\.bloc: /);
    expect(wrong({ hosts: ['https://v.test'] })).toThrow(/^source\.hosts\.0: /);
    expect(wrong({ id: 'daily' })).toThrow('there is already a source "daily"');
  });

  it.each([
    'bbc.com',
    'www.bbc.co.uk:443',
    'news.google.com',
    'google.com.',
    'substack.com',
    'com',
    'pk',
    'co.uk',
    'com.pk',
    'web.pk',
    'localhost',
    'daily.test',
  ])('cannot have the host %s', (host) => {
    const source = { name: 'V', hosts: ['v.test', host] };
    expect(() => plan({ url: 'https://v.test/', source })).toThrow(`source.hosts: ${host} `);
  });

  it('may have a host below one that is another outlet, or a name before a shared one', () => {
    const hosts = ['urdu.daily.test', 'valley.substack.com', 'valley.com.pk', 'web.de', 'v.test:8080'];
    expect(plan({ url: 'https://v.test/', source: { name: 'V', hosts } }).source.hosts).toEqual(hosts);
  });

  it('has no host by itself that it cannot own', () => {
    expect(plan({ url: 'http://localhost:8080/feed', title: 'V' }).source.hosts).toEqual([]);
    expect(plan({ url: 'https://www.gov.uk/feed', title: 'V' }).source.hosts).toEqual([]);
  });

  it('has a name on one line, without what would command a terminal', () => {
    const name = 'V\u001b[2J\u202e\nTimes';
    expect(plan({ url: 'https://v.test/', source: { name } }).source.name).toBe('V [2J Times');
    expect(plan({ url: 'https://v.test/', title: name }).source.name).toBe('V [2J Times');
  });

  it('is the one that was entered for this very feed, by someone whose feed is not stored', () => {
    expect(plan({ url: 'http://daily-2.test/rss/#top' }).source.id).toBe('daily-2');
  });
});
