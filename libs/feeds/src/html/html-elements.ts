/** `silent`: its content is not for reading. `inline`: within a line of text; any other parts words. */
export type ElementSort = 'silent' | 'inline' | 'block';

const SILENT = 'script style template noscript svg head';

const INLINE =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby s samp small span strike strong sub sup time tt u var wbr';

const SORTS = new Map<string, ElementSort>([
  ...SILENT.split(' ').map((name) => [name, 'silent'] as const),
  ...INLINE.split(' ').map((name) => [name, 'inline'] as const),
]);

/** The sort of an element by its name in lower case. */
export function elementSort(name: string): ElementSort {
  return SORTS.get(name) ?? 'block';
}
