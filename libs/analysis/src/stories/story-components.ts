import { byTimeAndId, type StoryNode } from '#domain/article.js';
import { StoryPool } from './story-pool.js';
import { StoryReader } from './story-reader.js';

/**
 * The stories among some articles: connected components of pairs that share a signature key, lie at most `withinMs`
 * apart and are near-duplicates by `isSameStory`. Each is ordered by (windowAt, id), so that the first is its
 * origin, and so are the components by their origins. The order of `nodes` does not matter; an id that is given twice
 * counts once.
 */
export function storyComponents(
  nodes: StoryNode[],
  withinMs: number,
  reader = new StoryReader(),
): StoryNode[][] {
  const ordered = [...new Map(nodes.map((node) => [node.id, node])).values()].sort(byTimeAndId);
  const pool = new StoryPool(withinMs, reader);
  for (const node of ordered) pool.add(node);
  const seen = new Set<string>();
  return ordered.flatMap((origin) => {
    if (seen.has(origin.id)) return [];
    const story = componentOf(origin, pool);
    for (const { id } of story) seen.add(id);
    return [story.sort(byTimeAndId)];
  });
}

function componentOf(origin: StoryNode, pool: StoryPool): StoryNode[] {
  const story = new Map([[origin.id, origin]]);
  for (let frontier = [origin]; frontier.length > 0;) {
    frontier = pool.takeLinked(frontier).filter(({ id }) => !story.has(id));
    for (const node of frontier) story.set(node.id, node);
  }
  return [...story.values()];
}
