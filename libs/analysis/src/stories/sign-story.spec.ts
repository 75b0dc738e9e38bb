import { readField } from '../field-text.js';
import { signStory } from './sign-story.js';

const sign = (title: string, summary = '') =>
  signStory(readField('title', title), readField('summary', summary));
const meet = (one: string[], other: string[]) => one.some((key) => other.includes(key));

const TITLE = 'Torkham border crossing reopens after talks between commanders';
const SUMMARY =
  'Trucks with fruit and cement rolled through the crossing on Sunday morning after commanders of both sides had met for three days, customs officers said.';

describe('signStory', () => {
  it('spends at most seventeen short keys on an article', () => {
    const keys = sign(TITLE, SUMMARY);
    expect(keys).toHaveLength(17);
    expect(new Set(keys).size).toBe(17);
    for (const key of keys) expect(key).toMatch(/^(?:e|t[0-6]|x[0-8]):[0-9a-z]{1,7}$/);
    expect(sign(TITLE)).toHaveLength(8);
  });

  it('gives all the same keys for a reprint with other marks, case and spelling of the letters', () => {
    expect(sign('  TORKHAM border-crossing “reopens” after talks between commanders!')).toEqual(sign(TITLE));
    expect(sign('كابل و اسلام‌آباد بر آتش‌بس تازه توافق كَردند')).toEqual(
      sign('کابل و اسلام‌آباد بر آتش‌بس تازه توافق کردند'),
    );
  });

  it('gives all the same keys for another dateline', () => {
    expect(sign(TITLE, `TORKHAM (AFP) — ${SUMMARY} (AP)`)).toEqual(sign(TITLE, SUMMARY));
  });

  it('lets an edited copy meet its source, by headline or by text', () => {
    expect(meet(sign(TITLE, SUMMARY), sign(TITLE.replace('reopens', 'opens')))).toBe(true);
    expect(
      meet(sign(TITLE, SUMMARY), sign('Fruit rolls again across a frontier that had been shut', SUMMARY)),
    ).toBe(true);
    const edited = SUMMARY.replace('fruit', 'wheat')
      .replace('Sunday', 'Monday')
      .replace('officers', 'officials');
    expect(meet(sign('', SUMMARY), sign('', edited))).toBe(true);
  });

  it('tells identical wordings by one key', () => {
    const exact = (keys: string[]) => keys.find((key) => key.startsWith('e:'));
    expect(exact(sign(TITLE, SUMMARY))).toBe(exact(sign(TITLE.toUpperCase(), SUMMARY)));
    expect(exact(sign(TITLE, SUMMARY))).not.toBe(exact(sign(TITLE, `${SUMMARY} Twice`)));
  });

  it('gives none for texts too short to tell stories apart, and for rubrics', () => {
    expect(sign('Border closed', 'Read more')).toEqual([]);
    expect(sign('Morning briefing: the latest news')).toEqual([]);
    expect(sign('', '')).toEqual([]);
  });

  it('keeps unrelated articles apart', () => {
    expect(
      meet(
        sign(TITLE, SUMMARY),
        sign(
          'Students of Kandahar win a prize for their solar cooker',
          'The jury in Doha praised how little the cooker costs and how well it stands the wind of the south.',
        ),
      ),
    ).toBe(false);
  });
});
