import { z } from 'zod';
import { InvalidRequestError } from '#domain/errors.js';
import { windowOf } from '#domain/window.js';

/** The query of a request that has no parameters: one that is given all the same was meant to do something. */
export const noParameters = z.strictObject({});
export type NoParameters = z.infer<typeof noParameters>;

/** A parameter that may be given several times or as one comma-separated list; what is given twice counts once. */
export function list<T extends z.ZodType<unknown, string>>(item: T) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((part) => part.split(','))
        .filter((part, i, all) => part !== '' && all.indexOf(part) === i),
    )
    .pipe(z.array(item).min(1, 'give at least one, or leave the parameter out'));
}

/** A parameter that says yes or no. */
export const flag = z.enum(['true', 'false'], 'true or false').transform((told) => told === 'true');

/** Languages of articles. */
export const languages = list(
  z.string().regex(/^[a-z]{2,3}$/, 'a language is two or three letters, like en, ur, ps, prs'),
).describe('Languages of the articles, like en,ur,ps,prs');

/** A calendar date, or an instant with its offset, of a year in which there are articles or may be. */
export const dateOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'a date like 2026-11-24, or an instant like 2026-11-24T06:00:00Z',
  })
  .refine((given) => given >= '1990' && given < '2200', 'a year from 1990 to 2199');

/** The instant at which a span that begins with `given` begins. */
export function beginningOf(given: string, zone: string): Date {
  return dayNamed(given, zone)?.start ?? new Date(given);
}

/** The instant at which a span up to `given` ends: a date is included whole, an instant is not. */
export function endOf(given: string, zone: string): Date {
  return dayNamed(given, zone)?.end ?? new Date(given);
}

function dayNamed(given: string, zone: string): { start: Date; end: Date } | null {
  if (given.includes('T')) return null;
  const day = windowOf(`day.${zone}.${given.replaceAll('-', '')}`);
  if (!day) throw new InvalidRequestError(`zone: "${zone}" is not a time zone; write it like Asia/Karachi`);
  return day;
}

export const limit = (most: number, usual: number) =>
  z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(most, `at most ${most}; use next to go on`)
    .default(usual)
    .describe(`Rows of one page, 1 to ${most}`);
