import type { Article } from '#domain/article.js';
import { absorbDouble } from './absorb-double.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));

function article(id: string, over: Partial<Article> = {}): Article {
  return {
    ...{ id, urlKey: `example.org/${id}`, keyVersion: 1, mergedInto: null, url: `https://example.org/${id}` },
    ...{
      sourceId: 'post',
      title: `Title of ${id}`,
      summary: `Summary of ${id}`,
      author: null,
      language: 'en',
    },
    ...{ publishedAt: at(1), firstSeenAt: at(2), windowAt: at(1), revision: 3, history: [] },
    ...{ seenIn: [{ feedId: 'm', hash: `hash of ${id}` }], terms: [id], analysis: null, story: null },
    ...{ correction: null, corrections: 0, settledVersion: 5, seq: 7 },
    work: { leaseUntil: at(3), attempts: 1, error: 'x', quarantinedVersion: null },
    ...over,
  };
}

const seenIn = (feedId: string, hash = `hash in ${feedId}`) => ({ feedId, hash });
const earlier = (title: string, hour: number) => ({ revision: 1, title, summary: '', replacedAt: at(hour) });

describe('absorbDouble', () => {
  it('keeps the words of the feed that leads, and adds the feeds of the double behind it', () => {
    const own = article('own', { seenIn: [seenIn('b'), seenIn('d')] });
    const merged = absorbDouble(own, article('other', { seenIn: [seenIn('c'), seenIn('e')] }));
    expect(merged).toEqual({ ...own, seenIn: ['b', 'c', 'd', 'e'].map((id) => seenIn(id)) });
  });

  it("takes the double's words where its feed leads now, and is worked on again", () => {
    const own = article('own', { seenIn: [seenIn('b')] });
    const double = article('other', { seenIn: [seenIn('a')], sourceId: 'times', author: 'A', revision: 9 });
    const { url, sourceId, title, summary, author, language, terms } = double;
    expect(absorbDouble(own, double)).toEqual({
      ...own,
      ...{ url, sourceId, title, summary, author, language, terms },
      ...{ seenIn: [seenIn('a'), seenIn('b')], revision: 10, settledVersion: 0 },
      work: { leaseUntil: null, attempts: 0, error: null, quarantinedVersion: null },
    });
  });

  it('is not worked on again where the feed that leads now says the same', () => {
    const own = article('own', { seenIn: [seenIn('b')] });
    const { title, summary, terms } = own;
    const merged = absorbDouble(own, article('other', { seenIn: [seenIn('a')], title, summary, terms }));
    expect(merged).toMatchObject({ revision: 3, settledVersion: 5, work: own.work });
    expect(merged!.url).toBe('https://example.org/other');
  });

  it.each(['title', 'summary', 'author', 'sourceId', 'language'] as const)(
    'is worked on again where no more than its %s is another',
    (field) => {
      const own = article('own', { seenIn: [seenIn('b')] });
      const double = { ...own, id: 'other', seenIn: [seenIn('a')], [field]: 'another' };
      expect(absorbDouble(own, double)).toMatchObject({ revision: 4, settledVersion: 0 });
    },
  );

  it('keeps its own wording of a feed that listed both', () => {
    const own = article('own', { seenIn: [seenIn('a', 'mine')] });
    expect(absorbDouble(own, article('other', { seenIn: [seenIn('a', 'yours')] }))).toBeNull();
  });

  it('keeps the earlier wordings of both in the order of their time, each once', () => {
    const own = article('own', { history: [earlier('one', 1), earlier('three', 3)] });
    const double = article('other', { history: [earlier('one', 1), earlier('two', 2)] });
    const merged = absorbDouble(own, double)!;
    expect(merged.history.map(({ title }) => title)).toEqual(['one', 'two', 'three']);
    expect(merged).toMatchObject({ title: own.title, revision: 3, settledVersion: 5 });
  });

  it('changes nothing when the same double is absorbed again', () => {
    const double = article('other', { seenIn: [seenIn('a')], history: [earlier('two', 2)] });
    const merged = absorbDouble(article('own', { history: [earlier('one', 1)] }), double)!;
    expect(absorbDouble(merged, double)).toBeNull();
  });
});
