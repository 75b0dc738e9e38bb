import { stableId } from '#domain/hash.js';

/** A hash of what a feed shows of an article; a change of it within one feed is an edit. */
export function wordingHash(title: string, summary: string): string {
  return stableId(title, summary);
}
