import { CLOSURE, REOPENING } from './border-closure.js';
import { PHRASE_BOOKS } from './phrase-books.js';
import { LANGUAGES } from './topic.js';
import { NUMBER_SLOTS, VOCABULARIES } from './vocabulary.js';

describe.each(LANGUAGES)('the phrases in %s', (language) => {
  const topics = [...PHRASE_BOOKS[language], CLOSURE[language], REOPENING[language]];
  const texts = topics.flatMap(({ titles, sentences }) => [...titles, ...sentences]);

  it('use only slots that have words or numbers', () => {
    const known = new Set([...Object.keys(VOCABULARIES[language]), ...Object.keys(NUMBER_SLOTS), 'day']);
    const used = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string));
    expect(used.filter((slot) => !known.has(slot))).toEqual([]);
  });

  it('are written in the script of the language', () => {
    const words = texts.map((text) => text.replaceAll(/\{\w+\}/g, ''));
    const foreign = language === 'en' ? /[\u0600-\u06ff]/ : /[A-Za-z]/;
    expect(words.filter((text) => foreign.test(text))).toEqual([]);
  });

  it('stand there once each', () => {
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('fill ten titles or more', () => {
    expect(topics.flatMap(({ titles }) => titles).length).toBeGreaterThanOrEqual(10);
  });

  it('use letters of the language itself, not look-alikes of Arabic', () => {
    // Arabic kaf and yeh; Pashto keeps the second as its own letter.
    const lookAlikes = language === 'ps' ? /[\u0643\u0649]/ : /[\u0643\u0649\u064a]/;
    expect(texts.filter((text) => lookAlikes.test(text))).toEqual([]);
  });
});
