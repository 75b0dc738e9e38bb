import { detectLanguage } from './detect-language.js';

const detect = (title: string, language: string | null = null, sourceLanguage: string | null = null) =>
  detectLanguage({ title, summary: '', language, sourceLanguage });

describe('detectLanguage', () => {
  it.each([
    ['Border reopens after talks', 'en'],
    ['طورخم بارڈر پر فائرنگ، دو اہلکار زخمی', 'ur'],
    ['د تورخم لاره د پنځمې ورځې لپاره هم تړلې ده', 'ps'],
    ['د تورخم لاره له دوو اوونيو وروسته پرانیستل شوه', 'ps'],
    ['امن کی بات اور کابل', 'ur'],
    ['مرز تورخم دوباره باز شد', 'prs'],
    ['د افغانستان بانک نرخ اسعار را در کابل اعلام کرد', 'prs'],
    ['رییس پوهنتون ننګرهار در نشستی با استادان از این برنامه گفت', 'prs'],
    ['کابل', 'prs'],
    ['सीमा पर तनाव जारी', 'hi'],
    ['Граница закрыта', 'und'],
    ['2024 — 😀 ۱۲', 'und'],
    ['', 'und'],
  ])('reads the script and its letters where nobody says more: %s → %s', (title, expected) => {
    expect(detect(title)).toBe(expected);
    expect(detect(title, 'und', 'mixed')).toBe(expected);
  });

  it('believes the item or its feed before the outlet, and the outlet before the letters', () => {
    expect(detect('نوې خبرې', 'ur', 'ps')).toBe('ur');
    expect(detect('کابل', null, 'ps')).toBe('ps');
    expect(detect('Frieden', 'de-DE', 'en')).toBe('de');
    expect(detect('Мир', 'ru', null)).toBe('ru');
  });

  it('believes neither where the script cannot be theirs', () => {
    expect(detect('طورخم بند ہے', 'en-us', 'ur')).toBe('ur');
    expect(detect('Torkham shut', 'ur', 'ps')).toBe('en');
    expect(detect('طورخم بند ہے', 'en', 'de')).toBe('ur');
  });

  it.each([
    ['fa', 'prs', 'prs'],
    ['fa-IR', 'fa', 'fa'],
    ['fa-AF', 'fa', 'prs'],
    ['prs', 'fa', 'prs'],
    ['fa', null, 'fa'],
    [null, 'fa', 'fa'],
    [null, 'mixed', 'prs'],
    ['per', null, 'fa'],
  ])('tells Dari from Iranian Persian: stated %s, outlet %s → %s', (stated, source, expected) => {
    expect(detect('گفت‌وگو در کابل', stated, source)).toBe(expected);
  });

  it.each(['EN', 'en_GB', ' eng '])('understands %s as English', (stated) => {
    expect(detect('Peace', stated, 'tr')).toBe('en');
  });

  it('ignores what is no language code', () => {
    expect(detect('امن کی بات ہے', 'Urdu language', null)).toBe('ur');
    expect(detect('Peace', '', '')).toBe('en');
  });

  it('goes by the script of most letters, in title and summary together', () => {
    expect(detect('ٹی ٹی پی TTP کے خلاف کارروائی')).toBe('ur');
    const summary = 'A long English account of what the two sides said in Doha.';
    expect(detectLanguage({ title: 'طورخم', summary, language: null, sourceLanguage: null })).toBe('en');
  });
});
