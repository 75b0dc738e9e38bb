import { storyComponents } from '#analysis/stories/story-components.js';
import { StoryReader } from '#analysis/stories/story-reader.js';
import type { StoryNode } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { DAY_MS, windowsOf, type Window } from '#domain/window.js';
import type { PipelineDeps } from './deps.js';
import { rollupJob } from './next-jobs.js';
import { STORY_SPAN_MS, storyNeighbourhood } from './story-neighbourhood.js';

type Deps = Pick<PipelineDeps, 'articles' | 'clock' | 'settings' | 'windows'>;

/** How often membership is written and looked at again before the job is left to a later try. */
const ROUNDS = 10;

/**
 * Puts articles into their stories, marks the windows of these and of every article that moved for them, then settles
 * those. Members that stay what they were are left alone: their windows count the same as before. A move unsettles an
 * article, so that it is among the ids of a later join where this step dies before its windows are marked.
 *
 * Signatures are written before this step, so of two simultaneous twins one sees the other. Membership is written and
 * read again until it is what the neighbours say: whoever writes last has seen everyone's signature. Whether two articles
 * are linked depends on them alone, so the stories are the same in whatever order and batches articles come.
 */
export async function joinStories({ articleIds }: { articleIds: string[] }, deps: Deps): Promise<Job[]> {
  const touched = await joinUntilStable(articleIds, deps.articles);
  const windows = windowsTouched(touched, deps);
  if (windows.length > 0) await deps.windows.mark(windows);
  await deps.articles.settle(touched);
  return windows.map(({ id }) => rollupJob(id));
}

/** Returns the articles of these ids and all that moved in any round, also those that have left the neighbourhood. */
async function joinUntilStable(ids: string[], articles: ArticleStore): Promise<StoryNode[]> {
  const changed = new Set(ids);
  const touched = new Map<string, StoryNode>();
  const reader = new StoryReader();
  for (let round = 0; round < ROUNDS; round++) {
    const found = await storyNeighbourhood(ids, articles, reader);
    const moves = movesOf(found, reader);
    for (const { id } of moves) changed.add(id);
    for (const node of found) if (changed.has(node.id)) touched.set(node.id, node);
    if (moves.length === 0) return [...touched.values()];
    await articles.join(moves);
  }
  throw new Error(`the stories of ${ids.length} articles kept changing`);
}

/** The memberships that differ from what is stored; a story is named for its origin, the earliest member. */
function movesOf(
  nodes: StoryNode[],
  reader: StoryReader,
): { id: string; storyId: string; origin: boolean }[] {
  return storyComponents(nodes, STORY_SPAN_MS, reader).flatMap((members) => {
    const storyId = members[0]!.id;
    return members
      .filter(({ id, story }) => story?.storyId !== storyId || story.origin !== (id === storyId))
      .map(({ id }) => ({ id, storyId, origin: id === storyId }));
  });
}

function windowsTouched(nodes: StoryNode[], { clock, settings }: Deps): Window[] {
  const halfHoursFrom = new Date(clock.now().getTime() - settings.halfHourDays * DAY_MS);
  const windows = nodes.flatMap(({ windowAt }) => windowsOf(windowAt, settings.zones, halfHoursFrom));
  return [...new Map(windows.map((window) => [window.id, window])).values()];
}
