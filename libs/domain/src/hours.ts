export const HOUR_MS = 60 * 60_000;

/** Milliseconds in hours, to a tenth. */
export function inHours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 10) / 10;
}
