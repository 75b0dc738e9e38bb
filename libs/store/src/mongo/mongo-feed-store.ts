import { mongo } from 'mongoose';
import { MissingRowError } from '#domain/errors.js';
import type { Feed, FeedRegistration, FeedState, FetchLog } from '#domain/feed.js';
import { FeedStore } from '#domain/ports/feed-store.js';
import { upsertAll, writeOnce } from './bulk.js';
import type { FeedDocument } from './feed-schema.js';
import { busyHosts, freeHost, leaseHost } from './host-leases.js';
import type { Models } from './models.js';

export class MongoFeedStore extends FeedStore {
  private readonly feeds: Models['feeds'];
  private readonly hosts: Models['hosts'];
  private readonly log: Models['fetches'];

  constructor(models: Models) {
    super();
    this.feeds = models.feeds;
    this.hosts = models.hosts;
    this.log = models.fetches;
  }

  async register(feeds: FeedRegistration[], now: Date): Promise<void> {
    const ids = feeds.map((feed) => feed.id);
    await writeOnce(
      this.feeds,
      feeds.map((feed) => anewAtUrl(feed, now)),
    );
    await upsertAll(
      this.feeds,
      feeds.map((feed) => registered(feed, now)),
    );
    await this.feeds.updateMany({ _id: { $in: ids }, status: 'unlisted' }, { $set: { status: 'active' } });
    await this.feeds.updateMany({ _id: { $nin: ids } }, { $set: { status: 'unlisted' } });
  }

  async list(): Promise<Feed[]> {
    return (await this.feeds.find().sort({ _id: 1 }).lean()).map(toFeed);
  }

  async get(id: string): Promise<Feed | null> {
    const found = await this.feeds.findById(id).lean();
    return found && toFeed(found);
  }

  async due({ now, until, limit }: { now: Date; until: Date; limit: number }): Promise<Feed[]> {
    const candidates = await this.feeds.find(dueAt(now)).sort({ nextPollAt: 1, _id: 1 }).lean();
    const passed = await busyHosts(
      this.hosts,
      candidates.map((feed) => feed.host),
      now,
    );
    const leased: Feed[] = [];
    for (const { _id, host } of candidates) {
      if (leased.length >= limit) break;
      if (passed.has(host)) continue;
      passed.add(host);
      const feed = await this.lease(_id, host, now, until);
      if (feed) leased.push(feed);
    }
    return leased;
  }

  /** The host first, so that no feed is leased whose host another caller has. */
  private async lease(id: string, host: string, now: Date, until: Date): Promise<Feed | null> {
    if (!(await leaseHost(this.hosts, host, now, until))) return null;
    const update = { $set: { leaseUntil: until } };
    const options = { returnDocument: 'after' } as const;
    const feed = await this.feeds.findOneAndUpdate({ _id: id, ...dueAt(now) }, update, options).lean();
    if (!feed) await freeHost(this.hosts, host, now);
    return feed && toFeed(feed);
  }

  async savePoll(feedId: string, state: FeedState, log: FetchLog, hostFreeAt: Date): Promise<void> {
    const feed = await this.feeds.findById(feedId, { host: 1 }).lean();
    if (!feed) throw new MissingRowError('feed', feedId);
    await this.log.create({ ...log, _id: new mongo.ObjectId().toHexString() });
    const { status, ...rest } = state;
    const leased = { _id: feedId, leaseUntil: { $ne: null } };
    await this.feeds.updateOne({ ...leased, status: { $ne: 'unlisted' } }, { $set: { status } });
    await this.feeds.updateOne(leased, { $set: { ...rest, leaseUntil: null } });
    await freeHost(this.hosts, feed.host, hostFreeAt);
  }

  async fetches(feedId: string, limit: number): Promise<FetchLog[]> {
    const lines = await this.log
      .find({ feedId }, { _id: 0 })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<FetchLog[]>();
    return lines;
  }

  async forgetFetches(before: Date): Promise<number> {
    return (await this.log.deleteMany({ at: { $lt: before } })).deletedCount;
  }
}

const FORGOTTEN = { etag: null, lastModified: null, bodyHash: null };
const NEVER_POLLED = {
  ...FORGOTTEN,
  leaseUntil: null,
  lastPolledAt: null,
  lastOkAt: null,
  failures: 0,
  error: null,
};

/** A feed whose URL changed is another document at the other end. */
function anewAtUrl({ id, url }: FeedRegistration, now: Date) {
  const anew = { url, ...FORGOTTEN, leaseUntil: null, status: 'active' as const, nextPollAt: now };
  return { updateOne: { filter: { _id: id, url: { $ne: url } }, update: { $set: anew } } };
}

function registered({ id, url, ...configured }: FeedRegistration, now: Date) {
  const first = { url, status: 'active' as const, nextPollAt: now, ...NEVER_POLLED };
  const update = { $set: configured, $setOnInsert: first };
  return { updateOne: { filter: { _id: id }, update, upsert: true } };
}

function dueAt(now: Date) {
  return { status: 'active' as const, nextPollAt: { $lte: now }, leaseUntil: { $not: { $gt: now } } };
}

function toFeed({ _id, ...feed }: FeedDocument): Feed {
  return { id: _id, ...feed };
}
