import fc from 'fast-check';
import { normaliseText } from './normalise.js';
import { tokenise } from './tokenise.js';

const words = (text: string) => tokenise(normaliseText(text)).map((token) => token.text);

describe('tokenise', () => {
  it('parts words at hyphens, apostrophes, slashes and underscores', () => {
    expect(words("Pak-Afghan ties: Kabul's_view w/o")).toEqual('pak afghan ties kabul s view w o'.split(' '));
  });

  it('keeps Urdu, Pashto, Dari and Hindi words whole with their vowel signs', () => {
    expect(words('طورخم سرحد، بند؟')).toEqual(['طورخم', 'سرحد', 'بند']);
    expect(words('د کرښې پر سر نښته')).toEqual(['د', 'کرښې', 'پر', 'سر', 'نښته']);
    expect(words('آتش‌بس «پایدار»')).toEqual(['اتشبس', 'پایدار']);
    expect(words('सीमा पर तनाव।')).toEqual(['सीमा', 'पर', 'तनाव']);
  });

  it('makes each emoji a token, a flag one of two letters', () => {
    expect(words('Peace🕊️👍🏽 🇵🇰🇦🇫 1️⃣')).toEqual(['peace', '🕊', '👍🏽', '🇵🇰', '🇦🇫', '1']);
  });

  it('says where in the text each token stands', () => {
    const text = normaliseText('Kabul, 2024 — طورخم');
    for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('finds runs of letters, marks and digits, and emoji, in any text whatever', () => {
    const pattern =
      /[\p{L}\p{M}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\p{Emoji_Modifier}?/gu;
    const unit = fc.oneof(
      fc.constantFrom(...'a b7-ب‌ك।☺✊🏽🇵🇰🇦𞤀𝐀\ud800\udc00'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('');
        const expected = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
          ...{ text: found, start: index, end: index + found.length },
        }));
        expect(tokenise(text)).toEqual(expected);
      }),
    );
  });

  it('finds nothing in punctuation alone', () => {
    expect(words(' … — !? « »')).toEqual([]);
    expect(words('')).toEqual([]);
  });
});
