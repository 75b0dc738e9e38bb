import { MissingRowError } from '#domain/errors.js';
import type { Feed, FeedRegistration, FetchLog, PollCount } from '#domain/feed.js';
import { FeedStore, type PutOffPoll, type SavedPoll } from '#domain/ports/feed-store.js';
import { toFeed } from './feed-document.js';
import { addFeed, optOutAdded, registerFeeds } from './feed-register.js';
import { appendFetch, arrivalsOf, forgetFetches, newestFetches, pollCounts } from './fetch-log.js';
import { busyHosts, leaseHost, restHost } from './host-leases.js';
import type { Models } from '../models.js';

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
    await registerFeeds(this.feeds, feeds, now);
  }

  async add(feed: FeedRegistration, now: Date): Promise<boolean> {
    return addFeed(this.feeds, feed, now);
  }

  async optOutAdded(ids: string[]): Promise<void> {
    await optOutAdded(this.feeds, ids);
  }

  async revive(id: string, now: Date): Promise<boolean> {
    const anew = { status: 'active' as const, nextPollAt: now, failures: 0, error: null };
    const { matchedCount } = await this.feeds.updateOne({ _id: id, status: 'gone' }, { $set: anew });
    return matchedCount === 1;
  }

  async list(): Promise<Feed[]> {
    return (await this.feeds.find().sort({ _id: 1 }).lean()).map(toFeed);
  }

  async get(id: string): Promise<Feed | null> {
    const found = await this.feeds.findById(id).lean();
    return found && toFeed(found);
  }

  async due({ now, limit }: { now: Date; limit: number }): Promise<Feed[]> {
    const candidates = await this.feeds.find(dueAt(now)).sort({ nextPollAt: 1, _id: 1 }).lean();
    const names = candidates.map((feed) => feed.host);
    const passed = await busyHosts(this.hosts, names, now);
    const chosen = candidates.filter(({ host }) => !passed.has(host) && passed.add(host));
    return chosen.slice(0, limit).map(toFeed);
  }

  /** The host first, so that no feed is leased whose host another caller has; not at all for one that is not due. */
  async claim(
    id: string,
    { now, until, retryAt }: { now: Date; until: Date; retryAt: Date },
  ): Promise<Feed | null> {
    const candidate = await this.feeds.findOne({ _id: id, ...dueAt(now) }, { host: 1 }).lean();
    if (!candidate || !(await leaseHost(this.hosts, candidate.host, now, until))) return null;
    const stillDue = { _id: id, host: candidate.host, ...dueAt(now) };
    const options = { returnDocument: 'after' } as const;
    const claim = { $set: { leaseUntil: until, nextPollAt: retryAt } };
    const feed = await this.feeds.findOneAndUpdate(stillDue, claim, options).lean();
    if (!feed) await restHost(this.hosts, candidate.host, until, now);
    return feed && toFeed(feed);
  }

  async reserveHost(host: string, { now, until }: { now: Date; until: Date }): Promise<boolean> {
    return leaseHost(this.hosts, host, now, until);
  }

  async releaseHost(host: string, { lease, freeAt }: { lease: Date; freeAt: Date }): Promise<void> {
    await restHost(this.hosts, host, lease, freeAt);
  }

  async savePoll({ feedId, lease, state, log, hostFreeAt }: SavedPoll): Promise<void> {
    const host = await this.hostOf(feedId);
    await appendFetch(this.log, log);
    const leased = { _id: feedId, leaseUntil: lease };
    const open = { ...leased, status: { $nin: ['unlisted', 'opted-out'] as const } };
    const ended = { ...state, leaseUntil: null };
    const { matchedCount } = await this.feeds.updateOne(open, { $set: ended });
    const { status: _status, ...rest } = ended;
    if (matchedCount === 0) await this.feeds.updateOne(leased, { $set: rest });
    await restHost(this.hosts, host, lease, hostFreeAt);
  }

  async putOff({ feedId, lease, nextPollAt, hostFreeAt }: PutOffPoll): Promise<void> {
    const host = await this.hostOf(feedId);
    await this.feeds.updateOne(
      { _id: feedId, leaseUntil: lease },
      { $set: { nextPollAt, leaseUntil: null } },
    );
    await restHost(this.hosts, host, lease, hostFreeAt);
  }

  async fetches(feedId: string, limit: number): Promise<FetchLog[]> {
    return newestFetches(this.log, feedId, limit);
  }

  async forgetFetches(before: Date): Promise<number> {
    return forgetFetches(this.log, before);
  }

  async pollCounts(from: Date, to: Date): Promise<PollCount[]> {
    return pollCounts(this.log, from, to);
  }

  async arrivals(feedId: string, from: Date, limit: number): Promise<Date[]> {
    return arrivalsOf(this.log, feedId, from, limit);
  }

  private async hostOf(feedId: string): Promise<string> {
    const feed = await this.feeds.findById(feedId, { host: 1 }).lean();
    if (!feed) throw new MissingRowError('feed', feedId);
    return feed.host;
  }
}

function dueAt(now: Date) {
  return { status: 'active' as const, nextPollAt: { $lte: now }, leaseUntil: { $not: { $gt: now } } };
}
