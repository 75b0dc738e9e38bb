/**
 * What a poll of a busy feed should bring: few enough that news is fresh, enough that asking was worth it.
 */
export const AIM_ITEMS = 3;
/** And never more than this share of the document, so that a rush of five times the habit still fits in it. */
export const AIM_SHARE = 0.2;
/**
 * What others wish may put a poll off, but only until so much of the document is new at the feed's habit: what comes by
 * chance in that time must still fit in it.
 */
export const WISH_SHARE = 0.25;
/**
 * The most that one poll lengthens the interval by. After a silence of length S the interval has grown to about S/4:
 * what comes in that time when the silence ends must fit in the document.
 */
export const GROWTH = 1.25;
/** The same where the document is unchanged, which says less: servers are wrong about that, and nights are silent. */
export const UNCHANGED_GROWTH = 1.1;
/** The most that one poll shortens the interval by, since what was missed does not come back. */
export const SHRINK = 4;
/** From this share of new items on, others may have come and gone unseen. */
export const ROLLED_OVER_SHARE = 0.9;

export type Habit = {
  /** The interval so far, above 0. Both in milliseconds. */
  intervalMs: number;
  /** Since the last good poll: what is new came within it. */
  elapsedMs: number;
  /** Items of the document that were seen before, and that were not. Both 0 for a document that is unchanged. */
  known: number;
  fresh: number;
};

/** How many new items a poll should bring, of a document of that many. */
export function aimOf(items: number): number {
  return Math.min(AIM_ITEMS, AIM_SHARE * items);
}

/**
 * The interval after a good poll, in milliseconds: the time in which as many new items as aimed at come at the rate just
 * seen, within what one poll may change. A poll that came early, as when a person asked for it, changes less, by the
 * part of the interval that had passed. With items that arrive evenly this settles where a poll brings `aimOf` or a
 * little less.
 */
export function habitIntervalMs({ intervalMs, elapsedMs, known, fresh }: Habit): number {
  const passed = Math.min(1, Math.max(0, elapsedMs) / intervalMs);
  const items = known + fresh;
  if (fresh === 0) return intervalMs * (items === 0 ? UNCHANGED_GROWTH : GROWTH) ** passed;
  const rolledOver = fresh >= ROLLED_OVER_SHARE * items;
  const longest = rolledOver ? intervalMs : intervalMs * GROWTH ** passed;
  const shortest = intervalMs / SHRINK ** passed;
  return Math.min(longest, Math.max(shortest, (elapsedMs * aimOf(items)) / fresh));
}

/**
 * How long, in milliseconds, a wish may put off the poll of a document of that many items (0 where nobody knows), which
 * has as many new ones as aimed at in each `habitMs`.
 */
export function longestWishMs(habitMs: number, items: number): number {
  return habitMs * (items > 0 ? (WISH_SHARE * items) / aimOf(items) : WISH_SHARE / AIM_SHARE);
}
