/** Decoded and encoded again, so that only what must be escaped is; bytes that are no UTF-8 keep their escapes. */
export function plainSegment(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  }
}

/** The segments of a path in that form, without the empty ones that a slash too many makes. */
export function plainSegments(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(plainSegment);
}
