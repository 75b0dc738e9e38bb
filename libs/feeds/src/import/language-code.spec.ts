import { languageCode } from './language-code.js';

describe('the language of a record', () => {
  it.each([
    ['en-US', 'en'],
    ['Urdu', 'ur'],
    ['Pashto', 'ps'],
    ['Persian', 'fa'],
    ['Dari', 'prs'],
    ['prs', 'prs'],
    ['fa-AF', 'prs'],
    ['urd', 'ur'],
    ['pus', 'ps'],
    ['fas', 'fa'],
    ['Hebrew', 'he'],
  ])('is read from %s', (text, code) => {
    expect(languageCode(text)).toBe(code);
  });

  it('is unknown where nothing says it', () => {
    expect(['', 'unknown language', '42', '?'].map(languageCode)).toEqual([null, null, null, null]);
  });
});
