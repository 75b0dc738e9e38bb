/** Above every analysis version: an article settled for it is never worked on again. */
export const SETTLED_FOR_GOOD = Number.MAX_SAFE_INTEGER;

/** What stands in the place of the key that a double let go of. No URL has such a key: a host holds no "~". */
export function retiredKey(id: string): string {
  return `merged~${id}`;
}
