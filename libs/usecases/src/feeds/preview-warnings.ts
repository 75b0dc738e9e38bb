import { DAY_MS } from '#domain/window.js';
import { dayNameOf } from '#trends/coverage/day-name.js';
import type { FeedTest, ReadFeed } from './test-feed.js';
import type { WatchedFeed } from './watched-feeds.js';

/** A feed whose newest item is older than this may be abandoned. */
const OLD_DAYS = 30;

/** What a person should know before they add a feed; in sentences. `watched` is the feed that is at the address already. */
export function previewWarnings(test: FeedTest & { ok: true }, watched: WatchedFeed | null): string[] {
  const { document, url, movedFrom, finalUrl, at } = test;
  return [
    watched && alreadyWatched(watched),
    movedFrom !== null && `${movedFrom} has moved for good to ${url}, which is taken instead`,
    finalUrl !== url && `${url} redirects to ${finalUrl}`,
    ...ofItems(document, at),
    document.dropped.length > 0 && `${count(document.dropped.length, 'item')} could not be read`,
  ].filter((warning): warning is string => typeof warning === 'string');
}

/** Why a feed cannot be added once more, and what to do. */
export function alreadyWatched({ id, url, status }: WatchedFeed): string {
  const as = `${url} is already stored as the feed "${id}"`;
  if (status === 'unlisted') return `${as}, which the configuration no longer lists; list it there again`;
  if (status === 'gone')
    return `${as}, which its server said is gone for good; add it with force to try it again`;
  if (status === 'opted-out') return `${as}, whose publisher does not want it to be polled`;
  return as;
}

function ofItems({ items }: ReadFeed, at: Date): string[] {
  if (items.length === 0) return ['the feed lists nothing at the moment'];
  const dates = items.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []);
  const undated = items.length - dates.length;
  if (dates.length === 0) return ['no item has a date: each will be counted at the time it is first fetched'];
  const newest = new Date(Math.max(...dates.map((date) => date.getTime())));
  const warnings = [];
  if (undated > 0)
    warnings.push(`${count(undated, 'item')} without a date will be counted when first fetched`);
  if (newest.getTime() < at.getTime() - OLD_DAYS * DAY_MS) warnings.push(tooOld(dayNameOf(newest), undated));
  return warnings;
}

/** Items without a date may be as new as can be. */
function tooOld(day: string, undated: number): string {
  if (undated > 0) return `the newest item with a date is of ${day}`;
  return `the newest item is of ${day}: the feed may be abandoned`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
