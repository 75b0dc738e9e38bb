import { escapeStray } from './escape-stray.js';
import { tryParse } from './json-object.js';
import { salvageItems } from './salvage-items.js';
import { withoutLooseCommas } from './without-loose-commas.js';

/** What could be read, undefined where nothing could, and whether the end is missing. */
export type Mended = { value: unknown; isCut: boolean };

/**
 * Reads a JSON Feed that is not quite JSON: with characters in texts that must be escaped, or commas before closing
 * brackets. Where that is not all, its items are read one by one, and those that cannot be read cost no other. Linear.
 */
export function mendJson(json: string): Mended {
  const escaped = escapeStray(json);
  const value = tryParse(withoutLooseCommas(escaped));
  return value === undefined ? salvageItems(escaped) : { value, isCut: false };
}
