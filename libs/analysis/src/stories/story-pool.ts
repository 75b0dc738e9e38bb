import type { StoryNode } from '#domain/article.js';
import { isSameStory } from './same-story.js';
import type { StoryReader } from './story-reader.js';
import { type Waiting, WaitingList } from './waiting-list.js';

/** Articles that wait to be taken into a story, found by their signature keys. */
export class StoryPool {
  private readonly byKey = new Map<string, WaitingList>();

  constructor(
    private readonly withinMs: number,
    private readonly reader: StoryReader,
  ) {}

  add(node: StoryNode): void {
    const entry = { node, at: node.windowAt.getTime(), taken: false };
    for (const key of node.signature) {
      const list = this.byKey.get(key) ?? new WaitingList();
      list.add(entry);
      this.byKey.set(key, list);
    }
  }

  /**
   * Takes out those that are linked to one of `nodes`: a key in common, at most `withinMs` apart, and verified. One that
   * was taken is not compared again, so that thousands of reprints cost thousands of comparisons and not millions.
   */
  takeLinked(nodes: StoryNode[]): StoryNode[] {
    return nodes.flatMap((node) => this.takeLinkedTo(node));
  }

  private takeLinkedTo(node: StoryNode): StoryNode[] {
    const at = node.windowAt.getTime();
    const refused = new Set<Waiting>();
    const linked: StoryNode[] = [];
    for (const key of node.signature) {
      for (const entry of this.byKey.get(key)?.within(at - this.withinMs, at + this.withinMs) ?? []) {
        if (refused.has(entry)) continue;
        entry.taken =
          entry.node === node || isSameStory(this.reader.read(node), this.reader.read(entry.node));
        if (entry.taken) linked.push(entry.node);
        else refused.add(entry);
      }
    }
    return linked;
  }
}
