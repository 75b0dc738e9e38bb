import { readField } from './field-text.js';
import { MIN_SUMMARY_TOKENS, MIN_TITLE_TOKENS, signStory } from './sign-story.js';

const sign = (title: string, summary: string) =>
  signStory(readField('title', title), readField('summary', summary));

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

describe('signStory', () => {
  it('gives one key for the title and one for the summary', () => {
    expect(sign(words(MIN_TITLE_TOKENS), words(MIN_SUMMARY_TOKENS))).toEqual([
      expect.stringMatching(/^t:[0-9a-f]{20}$/),
      expect.stringMatching(/^x:[0-9a-f]{20}$/),
    ]);
  });

  it('gives none for texts too short to tell stories apart', () => {
    expect(sign(words(MIN_TITLE_TOKENS - 1), words(MIN_SUMMARY_TOKENS - 1))).toEqual([]);
    expect(sign('', '')).toEqual([]);
  });

  it('is the same for a reprint with other marks, case and spelling of the letters', () => {
    expect(sign('Torkham border crossing reopens — after talks', '')).toEqual(
      sign('  TORKHAM border-crossing “reopens” after talks!', ''),
    );
    expect(sign('كابل و اسلام‌آباد بر آتش‌بس توافق کردند', '')).toEqual(
      sign('کابل و اسلام‌آباد بر آتش‌بس توافق كَردند', ''),
    );
  });

  it('differs by one word, and between title and summary', () => {
    const text = words(MIN_SUMMARY_TOKENS);
    const [title, summary] = sign(text, text);
    expect(title!.slice(2)).not.toBe(summary!.slice(2));
    expect(sign(`${text} more`, '')).not.toEqual([title]);
  });
});
