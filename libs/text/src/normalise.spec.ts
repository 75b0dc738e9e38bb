import fc from 'fast-check';
import { normalise, normaliseText, originalSpan } from './normalise.js';
import { tokenise } from './tokenise.js';

/** The original text of the first place where `wanted` stands in the normalised text. */
function found(original: string, wanted: string): string | null {
  const normalised = normalise(original);
  const at = normalised.text.indexOf(wanted);
  if (at < 0) return null;
  const span = originalSpan(original, normalised, at, at + wanted.length);
  return original.slice(span.start, span.end);
}

describe('normaliseText', () => {
  it.each([
    ['Arabic and Persian letter variants become one', 'كابُلـــ علي موسى', 'کابل علی موسی'],
    ['hamza carriers and madda become plain letters', 'أمن آتش مؤثر مسئله إسلام', 'امن اتش موثر مسیله اسلام'],
    ['the forms of he become one', 'رابطة ہمارے ھم خانۀ', 'رابطه همارے هم خانه'],
    ['Pashto letters stay apart from Persian ones', 'ټول ډېر ښه ۍ ځای څنګه', 'ټول ډېر ښه ۍ ځای څنگه'],
    ['joiners and bidi marks vanish', 'می\u200cشود \u202bطالبان\u202c', 'میشود طالبان'],
    ['digits of all four scripts become ASCII', '٣۴५ ۲۰۲۴ 7', '345 2024 7'],
    ['compatibility forms are taken apart', 'ﻻﺟﺌﻴﻦ ﬁne １２', 'لاجیین fine 12'],
    ['case and accents are folded', 'TÜRKİYE Hibatullāh', 'turkiye hibatullah'],
    ['Hindi loses its nukta and keeps its vowel signs', 'अफ़ग़ानिस्तान', 'अफगानिस्तान'],
    ['white space is folded and cut at the ends', '\u00a0 two \t\n words\u3000', 'two words'],
    ['what is nothing to read becomes empty', ' \u200f\u200c ', ''],
    ['half a surrogate pair becomes a blank', 'a\ud83db', 'a b'],
  ])('%s', (_, original, expected) => {
    expect(normaliseText(original)).toBe(expected);
  });

  it('leaves a folded text as it is, whatever the characters', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anything, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('normalise', () => {
  it('gives the text of normaliseText with one offset for each unit and one for the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: folded, offsets } = normalise(text);
        expect(folded).toBe(normaliseText(text));
        expect(offsets).toHaveLength(folded.length + 1);
        expect([...offsets].every((at, i) => i === 0 || at >= offsets[i - 1]!)).toBe(true);
        expect(offsets.at(-1)).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['', 'a  ', 'بَ', 'ﷺ'])('leads back in a long text, whatever it begins with (%j)', (start) => {
    const text = `${start}${'Long text — with ’quotes’. '.repeat(1_000)}End`;
    const { text: folded, offsets } = normalise(text);
    expect(offsets).toHaveLength(folded.length + 1);
    expect([...offsets.slice(-4)]).toEqual([-3, -2, -1, 0].map((back) => text.length + back));
    const at = folded.indexOf('quotes', 9_000);
    expect(text.slice(offsets[at], offsets[at + 6])).toBe('quotes');
  });

  it('leads back past white space that was folded before a word', () => {
    expect(found('  Border\t \n Closed  ', 'border closed')).toBe('Border\t \n Closed');
  });
});

describe('originalSpan', () => {
  it('covers the marks that were dropped from the last letter', () => {
    expect(found('در کَابُلِّ امروز', 'کابل')).toBe('کَابُلِّ');
  });

  it('leaves out bidi marks and joiners around the match', () => {
    expect(found('خبر \u202bطالبان\u202c، امروز', 'طالبان')).toBe('طالبان');
    expect(found('طالبان\u200c ها', 'طالبان')).toBe('طالبان');
  });

  it('covers a ligature whole when the match ends inside it', () => {
    expect(found('ﻻهور', 'ل')).toBe('ﻻ');
  });

  it('covers the last word and not the blanks behind it', () => {
    expect(found('talks in Kabul \n', 'kabul')).toBe('Kabul');
  });
});

const JOINERS = ['\u200c', '\u200d', '\u0640', '\u200f', '\u2067'];
const HARAKAT = ['\u064e', '\u064f', '\u0650', '\u0651', '\u0652', '\u0670'];
const SCRIPTS = [
  { words: ['Pakistan', 'Torkham', 'ceasefire'], joiners: ['\u00ad', '\u200b'], marks: ['\u0301', '\u0304'] },
  { words: ['پاکستان', 'سرحدی', 'کشیدگی', 'ہمسایہ'], joiners: JOINERS, marks: HARAKAT },
  { words: ['افغانستان', 'ډیورنډ', 'ګډون', 'کرښه'], joiners: JOINERS, marks: HARAKAT },
  { words: ['आतंकवाद', 'सीमा', 'तालिबान'], joiners: ['\u200c', '\u200d'], marks: ['\u093c'] },
];
const SPELLINGS: Record<string, string> = { ی: 'يىی', ک: 'كک', ه: 'هة', ہ: 'ہھه', ا: 'اأآ', گ: 'گګ' };

/** A word in another of its spellings, with joiners and marks strewn in. */
function respelled(word: string, joiners: string[], marks: string[]): fc.Arbitrary<string> {
  const letters = [...word].map((letter, i, all) =>
    fc.tuple(
      fc.constantFrom(...(SPELLINGS[letter] ?? `${letter}${letter.toUpperCase()}`)),
      fc.subarray(marks),
      i < all.length - 1 ? fc.subarray(joiners) : fc.constant([]),
    ),
  );
  return fc.tuple(...letters).map((parts) => parts.flat(2).join(''));
}

describe('the way back from a respelled word', () => {
  it.each(SCRIPTS)('leads to its very characters: $words.0', ({ words, joiners, marks }) => {
    const word = fc
      .constantFrom(...words)
      .chain((plain) => fc.tuple(fc.constant(plain), respelled(plain, joiners, marks)));
    const gap = fc.constantFrom(' ', '  ', '، ', ' \u202b', '\u202c ', '-', '\n', ' 😀 ', ' ۲۰۲۴ ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 }), (parts) => {
        const original = parts.map(([[, spelled], space]) => spelled + space).join('');
        const normalised = normalise(original);
        const spans = tokenise(normalised.text)
          .filter((token) => /^\p{L}/u.test(token.text))
          .map((token) => ({ token, ...originalSpan(original, normalised, token.start, token.end) }));
        expect(spans.map(({ token }) => token.text)).toEqual(parts.map(([[plain]]) => normaliseText(plain)));
        expect(spans.map(({ start, end }) => original.slice(start, end))).toEqual(
          parts.map(([[, spelled]]) => spelled),
        );
      }),
      { numRuns: 300 },
    );
  });
});
