import type { ThemeTag } from '#domain/analysis.js';

/**
 * Tags with those of all their ancestors, in order of id. A parent that did not match itself takes score and evidence of
 * its strongest child, the smallest id among equals, and names it in `via`.
 */
export function addParents(tags: ThemeTag[], parents: ReadonlyMap<string, string | undefined>): ThemeTag[] {
  const all = new Map(tags.map((tag) => [tag.id, tag]));
  let children = [...tags].sort(strongestFirst);
  while (children.length > 0) {
    const added: ThemeTag[] = [];
    for (const child of children) {
      const id = parents.get(child.id);
      if (id === undefined || all.has(id)) continue;
      const tag = { ...child, id, via: child.id };
      all.set(id, tag);
      added.push(tag);
    }
    children = added.sort(strongestFirst);
  }
  return [...all.values()].sort(byId);
}

function strongestFirst(one: ThemeTag, other: ThemeTag): number {
  return other.score - one.score || byId(one, other);
}

function byId(one: ThemeTag, other: ThemeTag): number {
  return one.id < other.id ? -1 : 1;
}
