import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderFeed } from './feed-documents.js';
import { OUTLETS } from './outlets.js';
import { type SampleItem } from './sample-item.js';
import { feedPath } from './sources-yaml.js';

/** One state of a feed document, ready to send. */
export type FeedVersion = { etag: string; lastModified: Date; body: Buffer; gzipped: Buffer };

/** A feed before and after its outlet edited headlines; one and the same version where none was edited. */
export type SampleFeed = { first: FeedVersion; edited: FeedVersion };

/** The feeds of all outlets by path, from items in order of publication. */
export function renderFeeds(items: readonly SampleItem[]): Map<string, SampleFeed> {
  const feeds = OUTLETS.map((outlet) => {
    const own = items.filter((item) => item.outletId === outlet.id);
    const newest = own.at(-1)?.publishedAt ?? new Date(0);
    const first = version(renderFeed(outlet, own, false), newest);
    const hasEdits = own.some((item) => item.editedTitle !== null);
    const edited = hasEdits
      ? version(renderFeed(outlet, own, true), new Date(newest.getTime() + 1000))
      : first;
    return [feedPath(outlet), { first, edited }] as const;
  });
  return new Map(feeds);
}

function version(document: string, lastModified: Date): FeedVersion {
  const body = Buffer.from(document);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  // Weak, since the same tag stands for the plain and the compressed bytes.
  return { etag: `W/"${hash}"`, lastModified, body, gzipped: gzipSync(body) };
}
