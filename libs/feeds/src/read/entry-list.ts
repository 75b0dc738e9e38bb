import { Draft } from './draft.js';
import type { Dropped } from './feed-document.js';
import { MAX_ITEMS } from './item.js';

const INVALID = 'it is not valid JSON';
const CUT = 'the document ends within it';

/** The entries of a document in their order, and those that were left out, with the reason. */
export class EntryList {
  readonly drafts: Draft[] = [];
  /** Why an entry without anything has nothing, by place. */
  readonly unreadable = new Map<number, string>();
  private readonly cut: Dropped[] = [];
  private beyond = 0;

  /** A draft for the next entry, or null where the document lists more than anybody reads. */
  add(): Draft | null {
    if (this.drafts.length >= MAX_ITEMS) {
      this.beyond++;
      return null;
    }
    const draft = new Draft();
    this.drafts.push(draft);
    return draft;
  }

  /** An entry whose source is not valid keeps its place. */
  addUnreadable(): void {
    if (this.add()) this.unreadable.set(this.drafts.length - 1, INVALID);
  }

  /** Takes back the last entry: the document ends within it. */
  cutLast(): void {
    this.drafts.pop();
    this.cutNext();
  }

  /** The document ends within an entry that there is nothing of. */
  cutNext(): void {
    this.cut.push({ index: this.drafts.length, reason: CUT });
  }

  /** One line stands for all entries beyond the limit. */
  get dropped(): Dropped[] {
    if (this.beyond === 0) return this.cut;
    const reason = `the document lists ${MAX_ITEMS + this.beyond} entries; from here on they are left out`;
    return [...this.cut, { index: MAX_ITEMS, reason }];
  }
}
