import type { Feed, FeedRegistration } from '#domain/feed.js';
import { newFeed } from '../../new-feed.js';
import { unlessTaken, upsertAll, writeOnce } from '../bulk.js';
import { toFeedDocument } from './feed-document.js';
import type { Models } from '../models.js';

type Feeds = Models['feeds'];

/** In an order that a boot which died in between can repeat. */
export async function registerFeeds(feeds: Feeds, configured: FeedRegistration[], now: Date): Promise<void> {
  const ids = configured.map((feed) => feed.id);
  const named = configured.map((feed) => newFeed(feed, 'config', now));
  await writeOnce(feeds, named.map(anewAtUrl));
  await upsertAll(feeds, named.map(registered));
  await setStatuses(feeds, configured);
  await adoptByUrl(
    feeds,
    configured.map((feed) => feed.url),
  );
  const left = { _id: { $nin: ids }, origin: { $ne: 'added' as const } };
  await feeds.updateMany(left, { $set: { status: 'unlisted' } });
}

/** A feed whose URL changed is another document at the other end. */
function anewAtUrl(feed: Feed) {
  const {
    id,
    sourceId: _sourceId,
    language: _language,
    verified: _verified,
    origin: _origin,
    ...anew
  } = feed;
  return { updateOne: { filter: { _id: id, url: { $ne: feed.url } }, update: { $set: anew } } };
}

function registered(feed: Feed) {
  const { _id, origin, sourceId, language, verified, ...first } = toFeedDocument(feed);
  const update = {
    $set: { origin, sourceId, language, verified },
    $setOnInsert: first,
    $unset: { addedUrl: 1 as const },
  };
  return { updateOne: { filter: { _id }, update, upsert: true } };
}

/** Only a feed that answered so itself stays gone. */
async function setStatuses(feeds: Feeds, configured: FeedRegistration[]): Promise<void> {
  const idsWhere = (optedOut: boolean) =>
    configured.filter((feed) => feed.optedOut === optedOut).map((feed) => feed.id);
  await feeds.updateMany({ _id: { $in: idsWhere(true) } }, { $set: { status: 'opted-out' } });
  const returning = { _id: { $in: idsWhere(false) }, status: { $in: ['unlisted', 'opted-out'] as const } };
  await feeds.updateMany(returning, { $set: { status: 'active' } });
}

/** What people added under another id than the configuration now names it by: one URL is polled once. */
async function adoptByUrl(feeds: Feeds, urls: string[]): Promise<void> {
  const adoption = { $set: { origin: 'config' as const }, $unset: { addedUrl: 1 as const } };
  await feeds.updateMany({ origin: 'added', url: { $in: urls } }, adoption);
}

/** In an order that a boot which died in between can repeat. */
export async function optOutAdded(feeds: Feeds, ids: string[]): Promise<void> {
  const added = { origin: 'added' as const };
  await feeds.updateMany({ ...added, _id: { $in: ids } }, { $set: { status: 'opted-out' } });
  const returning = { ...added, _id: { $nin: ids }, status: 'opted-out' as const };
  await feeds.updateMany(returning, { $set: { status: 'active' } });
}

/**
 * False where another feed has the id or the URL. Looked for once more after the write, since the configuration may have
 * named the URL meanwhile; of two that people add at once the unique index refuses the second.
 */
export async function addFeed(feeds: Feeds, feed: FeedRegistration, now: Date): Promise<boolean> {
  const { id, url } = feed;
  if (await feeds.exists({ url })) return false;
  const created = await unlessTaken(async () => {
    await feeds.create(toFeedDocument(newFeed(feed, 'added', now)));
    return true;
  });
  if (!created) return false;
  if (!(await feeds.exists({ url, _id: { $ne: id } }))) return true;
  await feeds.deleteOne({ _id: id, origin: 'added' });
  return false;
}
