import type { StoryNode } from '#domain/article.js';

/**
 * The stories among some articles: connected components of pairs that share a signature key and lie at most `withinMs`
 * apart. Each is ordered by (windowAt, id), so that the first is its origin, and so are the components by their origins.
 * The order of `nodes` does not matter; an id that is given twice counts once.
 */
export function storyComponents(nodes: StoryNode[], withinMs: number): StoryNode[][] {
  const ordered = [...new Map(nodes.map((node) => [node.id, node])).values()].sort(byTimeAndId);
  const roots = ordered.map((_, i) => i);
  const lastWith = new Map<string, number>();
  ordered.forEach((node, i) => {
    for (const key of node.signature) {
      const before = lastWith.get(key);
      if (before !== undefined && apart(ordered[before]!, node) <= withinMs) unite(roots, before, i);
      lastWith.set(key, i);
    }
  });
  return groupByRoot(ordered, roots);
}

function byTimeAndId(one: StoryNode, other: StoryNode): number {
  return apart(other, one) || (one.id < other.id ? -1 : 1);
}

function apart(earlier: StoryNode, later: StoryNode): number {
  return later.windowAt.getTime() - earlier.windowAt.getTime();
}

/** The smaller index becomes the root, so that a root is its component's origin. */
function unite(roots: number[], one: number, other: number): void {
  const [a, b] = [rootOf(roots, one), rootOf(roots, other)];
  roots[Math.max(a, b)] = Math.min(a, b);
}

function rootOf(roots: number[], index: number): number {
  let at = index;
  for (let up = roots[at]!; up !== at; up = roots[at]!) {
    roots[at] = roots[up]!;
    at = roots[at]!;
  }
  return at;
}

function groupByRoot(ordered: StoryNode[], roots: number[]): StoryNode[][] {
  const groups = new Map<number, StoryNode[]>();
  ordered.forEach((node, i) => {
    const root = rootOf(roots, i);
    const group = groups.get(root);
    if (group) group.push(node);
    else groups.set(root, [node]);
  });
  return [...groups.values()];
}
