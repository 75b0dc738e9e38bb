import { httpDate } from './http-date.js';

/**
 * How long an answer stays good by its own headers, in milliseconds and above 0; null where they do not say, or say that
 * it must be asked again each time. `max-age` goes before `expires`; the time that the answer spent in caches on the way
 * (`age`) is taken off. The caller sets the upper limit. Formula: RFC 9111, sections 4.2.1 and 4.2.3.
 */
export function cacheLifetimeMs(headers: Record<string, string>, now: Date): number | null {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/(^|[\s,])no-(store|cache)\s*(,|$)/.test(control)) return null;
  const lifetime = maxAgeMs(control) ?? expiresMs(headers, now);
  if (lifetime === null) return null;
  const left = lifetime - (secondsMs(headers['age']) ?? 0);
  return left > 0 ? left : null;
}

function maxAgeMs(control: string): number | null {
  return secondsMs(/(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1]);
}

function expiresMs(headers: Record<string, string>, now: Date): number | null {
  const until = httpDate(headers['expires']);
  return until === null ? null : until - (httpDate(headers['date']) ?? now.getTime());
}

/** Longer numbers stand for "as long as can be said". */
function secondsMs(value: string | undefined): number | null {
  const digits = value?.trim();
  return digits && /^\d+$/.test(digits) ? Math.min(Number(digits), 2 ** 31) * 1_000 : null;
}
