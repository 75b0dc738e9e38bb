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

  it('finds nothing in punctuation alone', () => {
    expect(words(' … — !? « »')).toEqual([]);
    expect(words('')).toEqual([]);
  });
});
