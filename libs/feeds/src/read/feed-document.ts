import type { Draft } from './draft.js';

/** An entry that was left out; `index` counts the document's entries from 0. */
export type Dropped = { index: number; reason: string };

/** A document of any format, taken apart. `dropped` are those of its entries that are not among `entries`. */
export type FeedDocument = {
  feed: Draft;
  entries: Draft[];
  dropped: Dropped[];
  /** Why there is nothing in some of `entries`, by place. */
  unreadable?: ReadonlyMap<number, string>;
};
