/** Tokens `[from, to)` of a text. */
export type TokenSpan = { from: number; to: number };

export function overlap(one: TokenSpan, other: TokenSpan): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Tokens that stand between two spans, 0 where they touch or overlap. */
export function wordsBetween(one: TokenSpan, other: TokenSpan): number {
  return Math.max(0, one.from - other.to, other.from - one.to);
}

/** By first token, the longest first. */
export function firstAndLongest(one: TokenSpan, other: TokenSpan): number {
  return one.from - other.from || other.to - one.to;
}
