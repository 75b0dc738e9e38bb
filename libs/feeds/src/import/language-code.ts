import { readLanguage } from '../read/read-language.js';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** An ISO 639 code of a tag like `en-US`, a code of three letters or an English name like `Urdu`; null where it is none. */
export function languageCode(text: string): string | null {
  byName ??= codesByName();
  return byName.get(text.trim().toLowerCase()) ?? shortCode(readLanguage(text));
}

let byName: Map<string, string> | undefined;

/** The codes of two letters by the English names that some exports give. */
function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const current = codes.filter((code) => new Intl.Locale(code).language === code);
  const named = current.map((code) => [names.of(code)?.toLowerCase() ?? code, code] as const);
  return new Map([...named, ['dari', 'prs'], ['pushto', 'ps'], ['farsi', 'fa']]);
}

/** `ur` of `urd`. Dari has no code of two letters, and is not Persian here. */
function shortCode(code: string | null): string | null {
  return code === null || code === 'prs' ? code : new Intl.Locale(code).language;
}
