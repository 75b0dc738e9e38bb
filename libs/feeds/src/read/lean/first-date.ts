import { readDate } from '../../dates/read-date.js';
import type { TextValue } from '../text-value.js';

/**
 * The two forms in which nearly all feeds write dates, RFC 822 and ISO 8601 in full. The runtime reads them the same way
 * whatever the host's zone, and in a twentieth of the time; days that a month may not have are left to `readDate`.
 */
const COMMON =
  /^(?:[A-Z][a-z]{2}, (?:(?:0[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:29|30) (?:Jan|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)) 20\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d)|20\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d))$/;

/** The first of the dates that is readable and credible, in milliseconds since 1970; null where none is. */
export function firstDate(candidates: readonly TextValue[], now: Date): string | null {
  for (const { text } of candidates) {
    const date = commonDate(text.trim(), now) ?? readDate(text, now);
    if (date) return String(date.getTime());
  }
  return null;
}

function commonDate(text: string, now: Date): Date | null {
  if (!COMMON.test(text)) return null;
  const date = new Date(text);
  return date <= now ? date : null;
}
