import { StoryPool } from '#analysis/stories/story-pool.js';
import type { StoryReader } from '#analysis/stories/story-reader.js';
import type { StoryNode } from '#domain/article.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { DAY_MS } from '#domain/window.js';

/** Reprints farther apart than this are different stories. */
export const STORY_SPAN_MS = 3 * DAY_MS;

/**
 * All that may change with these articles: they, the members of their present stories, and whatever is linked to any of
 * them, over and over. What only shares a key is read and left out, so that the way never leads on through it.
 */
export async function storyNeighbourhood(
  ids: string[],
  articles: ArticleStore,
  reader: StoryReader,
): Promise<StoryNode[]> {
  const current = await articles.nodes(ids);
  const members = await articles.members(storiesOf(current));
  const found = new Map([...current, ...members].map((node) => [node.id, node]));
  const pool = new StoryPool(STORY_SPAN_MS, reader);
  const read = new Set(found.keys());
  const asked = new AskedKeys();
  for (let frontier = [...found.values()]; frontier.length > 0;) {
    const { keys, from, to } = asked.missing(frontier);
    const near = keys.length > 0 ? await articles.neighbours(keys, from, to) : [];
    for (const node of near.filter(({ id }) => !read.has(id))) {
      read.add(node.id);
      pool.add(node);
    }
    frontier = pool.takeLinked(frontier);
    for (const node of frontier) found.set(node.id, node);
  }
  return [...found.values()];
}

function storiesOf(nodes: StoryNode[]): string[] {
  return [...new Set(nodes.flatMap(({ story }) => (story ? [story.storyId] : [])))];
}

/** For which keys and times the store was asked, so that reprints with the same keys do not ask again and again. */
class AskedKeys {
  private readonly spans = new Map<string, { from: number; to: number }>();

  /** What must still be asked, so that all within reach of `nodes` has been read. Takes it for asked. */
  missing(nodes: StoryNode[]): { keys: string[]; from: Date; to: Date } {
    const times = nodes.map(({ windowAt }) => windowAt.getTime());
    const from = times.reduce((a, b) => Math.min(a, b)) - STORY_SPAN_MS;
    const to = times.reduce((a, b) => Math.max(a, b)) + STORY_SPAN_MS;
    const keys = nodes.flatMap((node) => node.signature.filter((key) => !this.covers(key, node)));
    const missing = [...new Set(keys)];
    for (const key of missing) this.spans.set(key, { from, to });
    return { keys: missing, from: new Date(from), to: new Date(to) };
  }

  private covers(key: string, { windowAt }: StoryNode): boolean {
    const span = this.spans.get(key);
    const at = windowAt.getTime();
    return span !== undefined && span.from <= at - STORY_SPAN_MS && at + STORY_SPAN_MS <= span.to;
  }
}
