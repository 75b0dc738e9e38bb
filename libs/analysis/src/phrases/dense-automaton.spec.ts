import fc from 'fast-check';
import { DenseAutomaton, WORD_START } from './dense-automaton.js';

const patternOf = (words: string[]) => words.map((word) => WORD_START + word).join('');

/** `pattern@end` for each report. */
function reports(patterns: string[][], words: string[]): string[] {
  const text = words.join(' ');
  let start = 0;
  const spans = words.map((word) => ({ start, end: (start += word.length + 1) - 1 }));
  const found: string[] = [];
  new DenseAutomaton(patterns.map(patternOf)).scan(text, spans, (index, end) =>
    found.push(`${patterns[index]!.join(' ')}@${end}`),
  );
  return found.sort();
}

describe('the automaton', () => {
  it('reports a pattern at each place where its words begin so, the last of them as a beginning', () => {
    expect(reports([['deport'], ['talks', 'co']], ['deported', 'talks', 'collapse'])).toEqual([
      'deport@6',
      'talks co@17',
    ]);
    expect(reports([['port']], ['deported'])).toEqual([]);
  });

  it('finds what a search of every pattern at every word finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
    const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength });
    fc.assert(
      fc.property(
        fc.uniqueArray(words(3), { selector: String, maxLength: 8 }),
        words(12),
        (patterns, text) => {
          const ends = text.map((_, i) => text.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0));
          const expected = patterns.flatMap((pattern) =>
            text.flatMap((_, from) => {
              const last = pattern.length - 1;
              const fits = pattern.every((part, i) =>
                i === last ? text[from + i]?.startsWith(part) : text[from + i] === part,
              );
              return fits ? [`${pattern.join(' ')}@${ends[from + last]! + pattern[last]!.length}`] : [];
            }),
          );
          expect(reports(patterns, text)).toEqual(expected.sort());
        },
      ),
    );
  });

  it('refuses a pattern that does not begin with a word, and too many characters', () => {
    expect(() => new DenseAutomaton(['peace'])).toThrow('a pattern begins with a word');
    const many = Array.from({ length: 256 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(() => new DenseAutomaton([WORD_START + many])).toThrow('more than 255 different characters');
  });
});
