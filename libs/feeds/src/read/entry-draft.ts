import type { ElementUse, Slot } from './feed-elements.js';

type Value = { rank: number; text: string };

/** The values of an entry, or of the feed itself, while its elements are read. */
export class EntryDraft {
  private readonly values = new Map<Slot, Value[]>();

  /** What `xml:base` attributes above and on the entry add up to. */
  constructor(readonly base: string) {}

  add({ slot, rank }: ElementUse, text: string): void {
    if (!text.trim()) return;
    const values = this.values.get(slot);
    if (values) values.push({ rank, text });
    else this.values.set(slot, [{ rank, text }]);
  }

  /** The values that are not empty, the best first. */
  all(slot: Slot): string[] {
    const values = this.values.get(slot) ?? [];
    return values.toSorted((one, other) => one.rank - other.rank).map(({ text }) => text);
  }

  first(slot: Slot): string | undefined {
    return this.all(slot)[0];
  }
}
