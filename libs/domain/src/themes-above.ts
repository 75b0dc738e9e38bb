import type { Theme } from './taxonomy.js';

/** The ancestors of these themes that are not among them, in order of id. */
export function themesAbove(
  ids: readonly string[],
  themes: readonly Pick<Theme, 'id' | 'parent'>[],
): string[] {
  const parentOf = new Map(themes.map(({ id, parent }) => [id, parent]));
  const above = new Set<string>();
  for (const id of ids) {
    let parent = parentOf.get(id);
    for (; parent !== undefined && !above.has(parent); parent = parentOf.get(parent)) above.add(parent);
  }
  return [...above].filter((id) => !ids.includes(id)).sort();
}
