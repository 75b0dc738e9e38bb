import { foldText, plainText, plainTextOfText } from '../../html/plain-text.js';
import type { TextValue } from '../text-value.js';

/** A text as plain, folded text of at most `maxLength` UTF-16 units; '' where there is none. */
export function plainValue(value: TextValue | undefined, maxLength: number): string {
  if (!value) return '';
  if (value.kind === 'html') return plainText(value.text, maxLength);
  return value.kind === 'text' ? plainTextOfText(value.text, maxLength) : foldText(value.text, maxLength);
}

/** The first of the texts of which anything is left as plain text. */
export function firstPlain(candidates: readonly TextValue[], maxLength: number): string {
  for (const candidate of candidates) {
    const plain = plainValue(candidate, maxLength);
    if (plain) return plain;
  }
  return '';
}
