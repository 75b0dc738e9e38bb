import { httpDate } from './http-date.js';

/**
 * How long a `retry-after` header asks to wait, in milliseconds and never below 0; null where there is none or it is
 * unreadable. A date is read against the server's own `date`, else against `now`. The caller sets the upper limit.
 * Formula: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(headers: Record<string, string>, now: Date): number | null {
  const value = headers['retry-after']?.trim();
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const until = httpDate(value);
  if (until === null) return null;
  return Math.max(0, until - (httpDate(headers['date']) ?? now.getTime()));
}
