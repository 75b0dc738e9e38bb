import type { About } from '#domain/analysis.js';
import { InvalidRequestError } from '#domain/errors.js';
import type { Bloc } from '#domain/source.js';
import type { SourceFilter, SourceRegister } from '#domain/source-register.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** The part of a question that articles and trends share. A list left out restricts nothing. */
export type CoverageFilter = {
  theme?: string[] | undefined;
  country?: string[] | undefined;
  bloc?: Bloc[] | undefined;
  source?: string[] | undefined;
  language?: string[] | undefined;
  about: About[];
  from?: Date | undefined;
  to?: Date | undefined;
};

/** The sources that a filter lets pass, null for all. Throws InvalidRequestError for a theme or source that is not known. */
export function chooseSources(
  filter: Pick<CoverageFilter, 'theme' | 'country' | 'bloc' | 'source'>,
  { register, taxonomy }: Pick<UseCaseDeps, 'register' | 'taxonomy'>,
): string[] | null {
  const themes = taxonomy.themes.map(({ id }) => id);
  for (const theme of filter.theme ?? []) refuseUnknown('theme', theme, themes, '/api/v1/themes');
  const countries = ['unknown', ...register.sources.map(({ country }) => country)];
  for (const country of filter.country ?? []) refuseUnknown('country', country, countries, '/api/v1/sources');
  refuseUnknownSources(filter.source ?? [], register);
  const { source, country, bloc } = filter;
  const given: SourceFilter = {
    ...(source && { source }),
    ...(country && { country }),
    ...(bloc && { bloc }),
  };
  return register.select(given);
}

/** Throws InvalidRequestError for a source that is not known. */
export function refuseUnknownSources(asked: readonly string[], register: SourceRegister): void {
  const known = register.sources.map(({ id }) => id);
  for (const source of asked) refuseUnknown('source', source, known, '/api/v1/sources');
}

/** Throws InvalidRequestError, with a guess at what was meant, where `known` has no such name. */
export function refuseUnknown(kind: string, asked: string, known: string[], list: string): void {
  if (known.includes(asked)) return;
  const bare = (id: string): string => id.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const wanted = bare(asked);
  const near = known.filter(
    (id) => wanted !== '' && (bare(id).includes(wanted) || wanted.includes(bare(id))),
  );
  const hint = near.length > 0 ? ` Did you mean ${[...new Set(near)].slice(0, 3).join(' or ')}?` : '';
  throw new InvalidRequestError(`${kind}: there is no ${kind} "${asked}".${hint} The list is at ${list}.`);
}
