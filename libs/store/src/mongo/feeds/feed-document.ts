import type { Feed, FetchLog } from '#domain/feed.js';
import { FIRST_PACE } from '../../new-feed.js';

/** `addedUrl` is the URL of a feed of origin `added`, and absent otherwise: its index keeps two people apart. */
export type FeedDocument = Omit<Feed, 'id'> & { _id: string; addedUrl?: string };
/** What politeness allows of a host (with port): nobody polls it before `leaseUntil`. */
export type HostDocument = { _id: string; leaseUntil: Date };
export type FetchDocument = FetchLog & { _id: string };

/** What a document says that was written before feeds had a pace. */
const BEFORE_PACE = {
  origin: 'config',
  unconditionalAt: null,
  redirect: null,
} as const satisfies Partial<Feed>;

export function toFeed({ _id, addedUrl: _addedUrl, pace, ...feed }: FeedDocument): Feed {
  // Its parts may be younger than the document, and so may it be itself.
  return { id: _id, ...BEFORE_PACE, ...feed, pace: { ...FIRST_PACE, ...pace } };
}

export function toFeedDocument({ id, ...feed }: Feed): FeedDocument {
  return { _id: id, ...feed, ...(feed.origin === 'added' && { addedUrl: feed.url }) };
}
