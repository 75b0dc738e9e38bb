import { readField } from '#analysis/field-text.js';
import { storyComponents } from '#analysis/stories/story-components.js';
import { signStory } from '#analysis/stories/sign-story.js';
import type { Membership, StoryNode } from '#domain/article.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import type { Window } from '#domain/window.js';

export type StoryArticle = { id: string; at: Date; title: string; summary: string };
type Row = StoryNode & { settled: boolean };
type Settling = { id: string; revision: number; version: number };

/**
 * What story.join uses of a store, in memory: the promises of the port, nothing more. `pause` is awaited before each
 * call, so that a test can set the order in which the calls of several workers come.
 */
export class StoryShelf {
  private readonly rows = new Map<string, Row>();
  /** Calls by name, in order; windows marked are in `marked`. */
  readonly calls: string[] = [];
  readonly marked: Window[] = [];
  /** Ids of those whose wording or membership changed after the day they lie in was last marked. */
  readonly uncounted = new Set<string>();

  constructor(private readonly pause: (call: string) => Promise<void> = async () => {}) {}

  /** Writes the analysis of an article, new or edited. */
  put({ id, at, title, summary }: StoryArticle): void {
    const before = this.rows.get(id);
    const signature = signStory(readField('title', title), readField('summary', summary));
    const revision = (before?.revision ?? 0) + 1;
    const story = before?.story ?? null;
    this.uncounted.add(id);
    this.rows.set(id, {
      ...{ id, windowAt: at, title, summary, signature, story, version: 1, revision, settled: false },
    });
  }

  get articles(): ArticleStore {
    const port = {
      nodes: (ids: string[]) => this.read('nodes', (row) => ids.includes(row.id)),
      members: (ids: string[]) => this.read('members', ({ story }) => !!story && ids.includes(story.storyId)),
      neighbours: (keys: string[], from: Date, to: Date) => {
        const asked = new Set(keys);
        const near = ({ windowAt }: Row) => windowAt >= from && windowAt <= to;
        return this.read('neighbours', (row) => near(row) && row.signature.some((key) => asked.has(key)));
      },
      join: (moves: (Membership & { id: string })[]) => this.join(moves),
      settle: (entries: Settling[]) => this.settle(entries),
    };
    return port as unknown as ArticleStore;
  }

  async mark(windows: Window[]): Promise<void> {
    await this.enter('mark');
    this.marked.push(...windows);
    const ofDays = windows.filter(({ granularity }) => granularity === 'day');
    const days = new Set(ofDays.map(({ start }) => dayOf(start)));
    for (const id of this.uncounted)
      if (days.has(dayOf(this.rows.get(id)!.windowAt))) this.uncounted.delete(id);
  }

  unsettled(): string[] {
    return [...this.rows.values()].filter(({ settled }) => !settled).map(({ id }) => id);
  }

  /** Ids of those that are in a story. */
  storied(): string[] {
    return [...this.rows.values()].filter(({ story }) => story).map(({ id }) => id);
  }

  /** Ids of the members of each story, its origin first, in order. */
  stories(): string[] {
    const byStory = new Map<string, string[]>();
    for (const { id, story } of this.rows.values()) {
      if (!story) continue;
      const members = byStory.get(story.storyId) ?? [];
      byStory.set(story.storyId, story.origin ? [`*${id}`, ...members] : [...members, id]);
    }
    return [...byStory.values()].map(namesOf).sort();
  }

  /** What {@link stories} should be. */
  expected(spanMs: number): string[] {
    const components = storyComponents([...this.rows.values()], spanMs);
    return components.map((nodes) => namesOf(nodes.map(({ id }, i) => (i === 0 ? `*${id}` : id)))).sort();
  }

  private async read(call: string, wanted: (row: Row) => boolean): Promise<StoryNode[]> {
    await this.enter(call);
    return [...this.rows.values()].filter(wanted).map(({ settled: _, ...node }) => ({ ...node }));
  }

  private async join(moves: (Membership & { id: string })[]): Promise<void> {
    await this.enter('join');
    for (const { id, storyId, origin } of moves) {
      const row = this.rows.get(id);
      if (!row) continue;
      this.rows.set(id, { ...row, story: { storyId, origin }, settled: false });
      this.uncounted.add(id);
    }
  }

  private async settle(entries: Settling[]): Promise<string[]> {
    await this.enter('settle');
    const current = entries.filter(({ id, revision }) => this.rows.get(id)?.revision === revision);
    for (const { id } of current) this.rows.get(id)!.settled = true;
    return current.map(({ id }) => id);
  }

  private async enter(call: string): Promise<void> {
    await this.pause(call);
    this.calls.push(call);
  }
}

/** In UTC. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

function namesOf([origin, ...others]: string[]): string {
  return [origin, ...others.sort()].join(' ');
}
