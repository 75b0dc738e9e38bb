import { readLanguage } from '../read/read-language.js';

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Languages of the region and of the world's press, by their English names, as some exports give them. */
const BY_NAME = new Map(
  'ar bn de en es fa fr hi id it ja ko ms nl ps pt ru tg tr uk ur uz zh'
    .split(' ')
    .map((code) => [ENGLISH_NAMES.of(code)?.toLowerCase() ?? code, code] as const),
);
BY_NAME.set('dari', 'prs').set('pushto', 'ps');

/** An ISO 639 code of a tag like `en-US` or an English name like `Urdu`; null where it is neither. */
export function languageCode(text: string): string | null {
  return BY_NAME.get(text.trim().toLowerCase()) ?? readLanguage(text);
}
