/**
 * An http or https address as a feed gives it, made absolute; null where it is none. "&amp;" stands for "&", since
 * feeds escape it once too often and no address means it.
 */
export function resolveUrl(address: string, base: string): string | null {
  const trimmed = address.trim().replaceAll('&amp;', '&');
  if (!trimmed || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
