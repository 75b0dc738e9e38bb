/** An absolute address that is valid and has nothing to escape (RFC 3986), as nearly all are: a host name and a path. */
const PLAIN = /^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$/;

/** The same, without saying that it is valid. */
const ABSOLUTE = /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i;

/** No address that anybody follows is longer, in UTF-16 units. */
const MAX_ADDRESS = 8_192;

/**
 * An http or https address as a feed gives it, made absolute and valid, else as it stands; null where it is none.
 * "&amp;" stands for "&", since feeds escape it once too often and no address means it.
 */
export function resolveUrl(address: string, base: string): string | null {
  const trimmed = address.includes('&amp;') ? address.replaceAll('&amp;', '&').trim() : address.trim();
  if (!trimmed || trimmed.length > MAX_ADDRESS) return null;
  if (PLAIN.test(trimmed) || (ABSOLUTE.test(trimmed) && URL.canParse(trimmed))) return trimmed;
  const url = parse(trimmed, base) ?? parse(trimmed);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

function parse(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
