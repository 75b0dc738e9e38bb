import type { StoryNode } from '#domain/article.js';

export type Waiting = { node: StoryNode; at: number; taken: boolean };

/** Those that wait under one key, in order of time. */
export class WaitingList {
  private entries: Waiting[] = [];
  private sorted = true;

  add(entry: Waiting): void {
    this.sorted &&= (this.entries.at(-1)?.at ?? -Infinity) <= entry.at;
    this.entries.push(entry);
  }

  /** Those not taken with `from ≤ at ≤ to`. Forgets the taken where it meets more of them than of others. */
  within(from: number, to: number): Waiting[] {
    if (!this.sorted) this.entries.sort((one, other) => one.at - other.at);
    this.sorted = true;
    const waiting: Waiting[] = [];
    let taken = 0;
    for (let i = this.firstFrom(from); i < this.entries.length && this.entries[i]!.at <= to; i++) {
      const entry = this.entries[i]!;
      if (entry.taken) taken++;
      else waiting.push(entry);
    }
    if (taken > waiting.length) this.entries = this.entries.filter((entry) => !entry.taken);
    return waiting;
  }

  private firstFrom(from: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle]!.at < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
