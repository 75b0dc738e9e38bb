import type { Sentiment, ThemeTag } from '#domain/analysis.js';
import { analyseTexts, type AnalyseText } from './analyse-texts.js';
import { ThemeComparison } from './compare-themes.js';
import type { AskedLine } from './read-text-asks.js';

const tag = (id: string, term: string): ThemeTag => ({
  ...{ id, score: 0.6, via: null },
  evidence: [{ term, field: 'title', start: 0, end: term.length, language: 'en' }],
});
const lineOf = (id: string, term: string) => ({
  ...{ id, score: 0.6 },
  evidence: [{ term, field: 'title', start: 0, end: term.length }],
});
const UNSCORED: Sentiment = { scored: false, reason: 'no scored word', raw: 0 };

/** Tags a text with the themes whose ids are words of its title. */
const analyserOf =
  (themes: string[], sentiment: Sentiment = UNSCORED): AnalyseText =>
  ({ title, language }) => {
    if (title === 'boom') throw new Error('the powder was dry');
    const words = title.split(' ');
    return {
      language: language ?? 'en',
      relevance: { about: 'both', score: 1, evidence: [] },
      themes: themes.filter((id) => words.includes(id)).map((id) => tag(id, id)),
      sentiment,
    };
  };

async function* asking(...titles: string[]): AsyncGenerator<AskedLine> {
  for (const [i, title] of titles.entries())
    yield { line: i + 1, ask: { id: i, title, summary: '', language: null, sourceLanguage: null } };
}
async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const found = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe('the analysis of texts for scripts', () => {
  it('has every key, whether the tone is scored or not', async () => {
    const [unscored] = await all(analyseTexts(asking('border'), analyserOf(['border'])));
    expect(unscored).toEqual({
      id: 0,
      language: 'en',
      relevance: { about: 'both', score: 1 },
      themes: [lineOf('border', 'border')],
      sentiment: { scored: false, score: null, polarity: null, raw: 0, reason: 'no scored word' },
    });
    const tone = { scored: true as const, score: -0.4, polarity: 'negative' as const, raw: -2 };
    const [scored] = await all(
      analyseTexts(asking('x'), analyserOf([], { ...tone, experimental: false, evidence: [] })),
    );
    expect(scored).toMatchObject({ themes: [], sentiment: tone });
  });

  it('goes on after a line that cannot be analysed, which keeps its place', async () => {
    async function* asked(): AsyncGenerator<AskedLine> {
      yield { line: 2, ask: { id: 'a', error: 'this is no JSON' } };
      yield* asking('boom', 'x');
    }
    const lines = await all(analyseTexts(asked(), analyserOf([])));
    expect(lines).toMatchObject([
      { id: 'a', line: 2, error: 'this is no JSON' },
      { id: 0, line: 1, error: 'it could not be analysed: the powder was dry' },
      { id: 1, language: 'en' },
    ]);
  });
});

describe('the comparison of two taxonomies', () => {
  const analysers = { before: analyserOf(['a', 'b']), after: analyserOf(['b', 'c']) };

  it('shows the texts that change alone, with what they gain and lose and why', async () => {
    const comparison = new ThemeComparison(analysers, []);
    expect(await all(comparison.changes(asking('x', 'b', 'c b a', 'boom')))).toEqual([
      { id: 2, line: 3, title: 'c b a', gained: [lineOf('c', 'c')], lost: [lineOf('a', 'a')] },
      { id: 3, line: 4, error: 'it could not be analysed: the powder was dry' },
    ]);
    expect(comparison).toMatchObject({ texts: 3, changed: 1 });
  });

  it('adds up by theme, those included that no text has', async () => {
    const comparison = new ThemeComparison(analysers, ['a', 'b', 'c', 'd']);
    await all(comparison.changes(asking('a', 'a b', 'b c')));
    expect(Object.fromEntries(comparison.tallies)).toEqual({
      a: { before: 2, after: 0, gained: 0, lost: 2 },
      b: { before: 2, after: 2, gained: 0, lost: 0 },
      c: { before: 0, after: 1, gained: 1, lost: 0 },
      d: { before: 0, after: 0, gained: 0, lost: 0 },
    });
  });
});
