import { MAX_URL } from '../item.js';
import { resolveUrl } from '../resolve-url.js';
import type { TextValue } from '../text-value.js';

/** The first of the addresses that is one, made absolute; relative ones start at their own base, else at `fallback`. */
export function firstUrl(candidates: readonly TextValue[], fallback: string | null): string | null {
  for (const { text, base } of candidates) {
    const url = resolveUrl(text, base) ?? (fallback ? resolveUrl(text, fallback) : null);
    if (url !== null && url.length <= MAX_URL) return url;
  }
  return null;
}
