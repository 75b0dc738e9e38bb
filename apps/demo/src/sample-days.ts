import { type Random } from './seeded-random.js';

export const DAY_MS = 24 * 60 * 60_000;
/** How far back the sample feeds reach, the day of `today` included. */
export const DAYS = 90;

/** A UTC day `[start, end)` of the sample; `ago` counts back from the last one, which is 0. */
export type SampleDay = { start: Date; date: string; ago: number };

/** The {@link DAYS} UTC days that end with the one that holds `today`, oldest first. Throws RangeError for an invalid date. */
export function sampleDays(today: Date): SampleDay[] {
  const last = Math.floor(today.getTime() / DAY_MS) * DAY_MS;
  return Array.from({ length: DAYS }, (_, index) => {
    const ago = DAYS - 1 - index;
    const start = new Date(last - ago * DAY_MS);
    return { start, date: start.toISOString().slice(0, 10), ago };
  });
}

/** An instant of the day in whole seconds, most often near noon. */
export function instantOf(day: SampleDay, random: Random): Date {
  const share = (random.next() + random.next()) / 2;
  return new Date(day.start.getTime() + Math.floor((share * DAY_MS) / 1000) * 1000);
}
