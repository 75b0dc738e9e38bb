import fc from 'fast-check';
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
    ['पाकिस्तान ने सीमा बंद की', 'hi'],
    ['मुंबईत पावसाचा जोर वाढला आहे', 'mr'],
    ['सरकार र विपक्षबीच सहमति भएको छ', 'ne'],
    ['Граница закрыта', 'ru'],
    ['Ҷумҳурии Тоҷикистон', 'tg'],
    ['Қазақстан Үкіметі', 'und'],
    ['Україна та Польща підписали угоду', 'uk'],
    ['巴基斯坦与阿富汗达成停火协议', 'zh'],
    ['আফগানিস্তানে ভূমিকম্পে শতাধিক নিহত', 'bn'],
    ['တာလီဘန် အာဏာပိုင်များ', 'und'],
    ['𝐓𝐚𝐥𝐢𝐛𝐚𝐧', 'en'],
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
    expect(detect('The border is shut and the trucks wait', 'id')).toBe('id');
    expect(detect('نوې خبرې', 'uzs')).toBe('uzs');
    expect(detect('Kabul', 'xx-unheard-of')).toBe('xx');
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

  const codes = fc.oneof(
    fc.constantFrom(
      'en',
      'ur',
      'ps',
      'prs',
      'fa',
      'ar',
      'hi',
      'mixed',
      'und',
      '__proto__',
      'constructor',
      'zz',
      'q',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const clue = fc.option(codes, { nil: null });
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom(..."abé ʼ'’-د په ټ ال ة ۇ का छ را Ж 界 \u0301 \u200c \ud800 😀".split(' ')), {
        maxLength: 60,
      })
      .map((parts) => parts.join(' ')),
  );

  it('gives a code for any text and any clues, and the same again', () => {
    fc.assert(
      fc.property(texts, texts, clue, clue, (title, summary, language, sourceLanguage) => {
        const clues = { title, summary, language, sourceLanguage };
        expect(detectLanguage(clues)).toMatch(/^[a-z]{2,3}$/);
        expect(detectLanguage(clues)).toBe(detectLanguage(clues));
      }),
    );
  });

  const sayings: [string, string[]][] = [
    ['Taliban says la frontière est fermée', ['en', 'fr', 'de', 'tr', 'id', 'sw', 'zz']],
    ['د افغانستان بانک را أعلن کی', ['ur', 'ps', 'prs', 'ar', 'sd', 'ckb', 'uz']],
    ['आहे और छ', ['hi', 'mr', 'ne', 'sd']],
    ['Граница закрыта', ['ru', 'bg', 'tg', 'kk']],
  ];

  it('never contradicts what the item states where the script can be its', () => {
    const stated = fc
      .constantFrom(...sayings)
      .chain(([text, of]) => fc.tuple(fc.constant(text), fc.constantFrom(...of)));
    fc.assert(
      fc.property(stated, clue, ([title, language], sourceLanguage) => {
        expect(detect(title, language, sourceLanguage)).toBe(language);
      }),
    );
  });

  it.each([' ', 'a', "a'", 'a-', 'd’', 'د', 'ال', 'ﷺ', 'a\u0301', 'ى', '्छ', 'Жғ', '\ud800', '😀'])(
    'looks no further than the beginning of a text of a million %j',
    (part) => {
      const [long, short] = [part.repeat(1_000_000), part.repeat(500)];
      expect(detect(long)).toBe(detect(short));
    },
  );
});
