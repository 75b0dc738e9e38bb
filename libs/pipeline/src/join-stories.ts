import { storyComponents } from '#analysis/story-components.js';
import type { StoryNode } from '#domain/article.js';
import type { Job } from '#domain/job.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { DAY_MS, windowsOf, type Window } from '#domain/window.js';
import type { PipelineDeps } from './deps.js';
import { rollupJob } from './next-jobs.js';

type Deps = Pick<PipelineDeps, 'articles' | 'clock' | 'settings' | 'windows'>;

/** Reprints farther apart than this are different stories. */
export const STORY_SPAN_MS = 3 * DAY_MS;

/** How often membership is written and looked at again before the job is left to a later try. */
const ROUNDS = 10;

/**
 * Puts articles into their stories, marks the windows of every member, then settles them all: a change of membership
 * unsettles an article, so that one which left a story is found again where this step dies before its windows are marked.
 *
 * Signatures are written before this step, so of two simultaneous twins one sees the other. Membership is written and
 * read again until it is what the neighbours say: whoever writes last has seen everyone's signature.
 */
export async function joinStories({ articleIds }: { articleIds: string[] }, deps: Deps): Promise<Job[]> {
  const nodes = await deps.articles.nodes(articleIds);
  const touched = await joinUntilStable(nodes, deps.articles);
  const windows = windowsTouched(touched, deps);
  if (windows.length > 0) await deps.windows.mark(windows);
  await deps.articles.settle(touched.map(({ id, revision, version }) => ({ id, revision, version })));
  return windows.map(({ id }) => rollupJob(id));
}

/** Returns every member that was seen, changed or not: a redo cannot know what an earlier try changed. */
async function joinUntilStable(nodes: StoryNode[], articles: ArticleStore): Promise<StoryNode[]> {
  const touched = new Map<string, StoryNode>();
  for (let round = 0; round < ROUNDS; round++) {
    const found = await neighbourhood(nodes, articles);
    for (const node of found) touched.set(node.id, node);
    const moves = movesOf(found);
    if (moves.length === 0) return [...touched.values()];
    await articles.join(moves);
  }
  throw new Error(`the stories of ${nodes.length} articles kept changing`);
}

/** The members of the nodes' present stories and all that share a signature key with any found, over and over. */
async function neighbourhood(nodes: StoryNode[], articles: ArticleStore): Promise<StoryNode[]> {
  const current = await articles.nodes(nodes.map(({ id }) => id));
  const found = new Map(current.map((node) => [node.id, node]));
  let frontier = await articles.members(storiesOf(current));
  for (const node of frontier) found.set(node.id, node);
  frontier = [...found.values()];
  while (frontier.length > 0) {
    const near = await articles.neighbours(...reachOf(frontier));
    frontier = near.filter(({ id }) => !found.has(id));
    for (const node of frontier) found.set(node.id, node);
  }
  return [...found.values()];
}

function storiesOf(nodes: StoryNode[]): string[] {
  return [...new Set(nodes.flatMap(({ story }) => (story ? [story.storyId] : [])))];
}

function reachOf(nodes: StoryNode[]): [keys: string[], from: Date, to: Date] {
  const times = nodes.map(({ windowAt }) => windowAt.getTime());
  const keys = [...new Set(nodes.flatMap(({ signature }) => signature))];
  const least = times.reduce((a, b) => Math.min(a, b));
  const most = times.reduce((a, b) => Math.max(a, b));
  return [keys, new Date(least - STORY_SPAN_MS), new Date(most + STORY_SPAN_MS)];
}

/** The memberships that differ from what is stored; a story is named for its origin, the earliest member. */
function movesOf(nodes: StoryNode[]): { id: string; storyId: string; origin: boolean }[] {
  return storyComponents(nodes, STORY_SPAN_MS).flatMap((members) => {
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
