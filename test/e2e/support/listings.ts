/** What a feed lists, and when it is first polled with it. */
export type Listing = {
  feedId: string;
  url: string;
  title: string;
  polledAt: Date;
  publishedAt: Date | null;
};

export const NOON = new Date('2026-11-24T12:00:00Z');
export const MINUTE_MS = 60_000;

/** `n` hours after noon of the day before. */
export const hours = (n: number): Date => new Date(NOON.getTime() - (24 - n) * 60 * MINUTE_MS);

/** An article as a feed lists it, by default polled an hour after it was published. */
export function listing(
  feedId: string,
  url: string,
  over: Partial<Listing> & { hour?: number } = {},
): Listing {
  const { hour = 0, title = `Pakistan and Afghanistan talk, says ${feedId}`, ...rest } = over;
  return { feedId, url, title, publishedAt: hours(hour), polledAt: hours(hour + 1), ...rest };
}
