import { MAX_AUTHOR } from '../item.js';
import type { TextValue } from '../text-value.js';
import { plainValue } from './plain-value.js';

/** "address (name)" as RSS has it, "name (address)" and "name <address>" as mail programs do. */
const FORMS = [/^\S+@\S+\s+\((.+)\)$/, /^(.+?)\s*\(\S+@\S+\)$/, /^(.+?)\s*<\S+@\S+>$/];

/** The name of an author however it is written, else the address; '' where there is neither. */
export function readAuthor(value: TextValue | undefined): string {
  if (!value) return '';
  const text = plainValue(value, MAX_AUTHOR);
  for (const form of FORMS) {
    const name = form
      .exec(text)?.[1]
      ?.replace(/^"(.*)"$/, '$1')
      .trim();
    if (name) return name;
  }
  return text;
}
