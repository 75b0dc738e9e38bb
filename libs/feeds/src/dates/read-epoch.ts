/** Shorter numbers may be dates in digits; a fraction is of seconds. */
const SECONDS = /^(\d{9,10}(?:\.\d*)?)$/;
const MILLISECONDS = /^(\d{13})$/;
const MICROSECONDS = /^(\d{16})$/;

/**
 * Unix time in seconds (9 or 10 digits, with a fraction or without), milliseconds (13) or microseconds (16), as
 * milliseconds since 1970. Null for any other text.
 */
export function readEpoch(text: string): number | null {
  if (SECONDS.test(text)) return Math.round(Number(text) * 1_000);
  if (MILLISECONDS.test(text)) return Number(text);
  return MICROSECONDS.test(text) ? Math.trunc(Number(text) / 1_000) : null;
}
