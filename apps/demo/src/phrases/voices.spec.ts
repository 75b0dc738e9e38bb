import { LANGUAGES } from './topic.js';
import { PHRASES, VOICES, voiceOf } from './voices.js';

describe.each(LANGUAGES)('the voices from the street in %s', (language) => {
  const { people, seen, done, quote } = VOICES[language];
  const phrases = [...people, ...seen, ...done];

  it('have as many phrases of each kind as the turns take, each once', () => {
    for (const kind of [people, seen, done]) expect(kind).toHaveLength(PHRASES);
    expect(new Set(phrases).size).toBe(3 * PHRASES);
  });

  it('have at most one part in common within 169 turns', () => {
    const parts = Array.from({ length: 400 }, (_, turn) => {
      const voice = voiceOf(language, turn);
      return phrases.filter((phrase) => voice.includes(phrase));
    });
    for (const [turn, one] of parts.entries()) {
      expect(one).toHaveLength(3);
      const shared = parts
        .slice(turn + 1, turn + PHRASES ** 2)
        .map((other) => one.filter((part) => other.includes(part)).length);
      expect(Math.max(0, ...shared)).toBeLessThanOrEqual(1);
    }
  });

  it('are written in the script of the language, without Arabic look-alikes', () => {
    const foreign = language === 'en' ? /[\u0600-\u06ff{}]/ : /[A-Za-z{}\u0643\u0649]/;
    const lookAlikes = language === 'ps' ? foreign : new RegExp(`${foreign.source}|\u064a`);
    expect(phrases.filter((phrase) => lookAlikes.test(phrase))).toEqual([]);
  });

  it('make one sentence', () => {
    const sentence = quote(people[0]!, seen[0]!, done[0]!);
    for (const part of [people[0]!, seen[0]!, done[0]!]) expect(sentence).toContain(part);
    expect(sentence).toMatch(/[.۔]$/);
  });
});
