import { InvalidRequestError } from '#domain/errors.js';
import type { Taxonomy } from '#domain/taxonomy.js';

/** Throws InvalidRequestError that names every theme that is not known, and those that are. */
export function refuseUnknownThemes(asked: readonly string[], { themes }: Pick<Taxonomy, 'themes'>): void {
  const known = themes.map(({ id }) => id);
  const unknown = [...new Set(asked)].filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const names = unknown.map((id) => `"${id}"`).join(' or ');
  throw new InvalidRequestError(`themes: there is no theme ${names}. The themes are ${known.join(', ')}.`);
}
