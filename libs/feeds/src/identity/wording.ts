import { stableId } from '#domain/hash.js';
import type { Item } from '../read/item.js';

/** A hash of what a feed shows of an article; a change of it within one feed is an edit. */
export function wordingHash(item: Pick<Item, 'title' | 'summary'>): string {
  return stableId(item.title, item.summary);
}
