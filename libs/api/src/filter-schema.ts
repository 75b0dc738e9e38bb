import { z } from 'zod';
import { ABOUTS } from '#domain/analysis.js';
import { BLOCS } from '#domain/source.js';
import { dayOf } from '#domain/window.js';
import type { CoverageFilter } from '#usecases/coverage-filter.js';
import { beginningOf, dateOrInstant, endOf, languages, list } from './query-parts.js';

/** What articles and trends can both be filtered by, with the same defaults. */
export const filterShape = {
  theme: list(z.string()).optional().describe('Theme ids; see /api/v1/themes'),
  country: list(z.string()).optional().describe('Countries of the outlets, like PK,AF'),
  bloc: list(z.enum(BLOCS))
    .optional()
    .describe(`Press blocs: ${BLOCS.join(', ')}`),
  source: list(z.string()).optional().describe('Source ids; see /api/v1/sources'),
  language: languages.optional(),
  about: list(z.enum([...ABOUTS, 'any']))
    .default(['both'])
    .describe(`What the articles are about: ${ABOUTS.join(', ')}, or any`),
  from: dateOrInstant.optional().describe('Beginning: a date (of zone) or an instant'),
  to: dateOrInstant
    .optional()
    .describe('End: a date (of zone), which is included, or an instant, which is not'),
  zone: z.string().default('UTC').describe('The time zone of dates and of days, like Asia/Karachi'),
};

type FilterInput = z.infer<z.ZodObject<typeof filterShape>>;

export function filterOf(input: FilterInput): CoverageFilter {
  const { theme, country, bloc, source, language, about, from, to, zone } = input;
  // Also where no date needs it: a mistyped zone must not pass unnoticed.
  dayOf(new Date(0), zone);
  return {
    theme,
    country,
    bloc,
    source,
    language,
    about: ABOUTS.filter((one) => about.includes('any') || about.includes(one)),
    from: from === undefined ? undefined : beginningOf(from, zone),
    to: to === undefined ? undefined : endOf(to, zone),
  };
}
