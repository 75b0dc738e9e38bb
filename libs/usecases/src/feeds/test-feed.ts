import { RetryLaterError } from '#domain/errors.js';
import { discoverFeeds, usualPlaces } from '#feeds/discover/discover-feeds.js';
import type { FeedCandidate, FoundBy } from '#feeds/discover/feed-candidate.js';
import type { FetchedDocument } from '#feeds/discover/fetch-document.js';
import type { ParsedFeed } from '#feeds/read/parse-feed.js';
import type { UseCaseDeps } from '../use-case-deps.js';
import { politeGet, type PoliteDeps } from './polite-get.js';

export type TestDeps = PoliteDeps & Pick<UseCaseDeps, 'isOptedOut' | 'parseDocument'>;

export type ReadFeed = ParsedFeed & { ok: true };

/** A feed as it was found and read, or why there is none, in words for people. */
export type FeedTest =
  | {
      ok: true;
      /** The address to poll: where the one asked moved for good, that one. */
      url: string;
      /** The address that was asked, where it is another. */
      movedFrom: string | null;
      /** The address that answered, after redirects. */
      finalUrl: string;
      by: FoundBy;
      /** Further feeds that the page names. */
      others: FeedCandidate[];
      document: ReadFeed;
      at: Date;
    }
  | { ok: false; reason: string; others: FeedCandidate[] };

type Page = FetchedDocument & { ok: true };
type Visit =
  | {
      kind: 'feed';
      feed: Pick<FeedTest & { ok: true }, 'url' | 'movedFrom' | 'finalUrl' | 'document' | 'at'>;
    }
  | { kind: 'page'; page: Page; reason: string }
  | { kind: 'none'; reason: string; asksForRest: boolean };

/** Requests for one test after the first, and how long after its start no further one begins: a person waits for the answer. */
const MAX_TRIES = 7;
const PATIENCE_MS = 60_000;

/** Tests under way in one process: each holds a host, a connection and maybe a large document. */
const AT_ONCE = 4;
const RETRY_MS = 10_000;
let underWay = 0;

/**
 * Fetches and reads the feed at an address. Where a page is there, the feeds it names are tried, the best first, and where
 * it names none the usual places; each in its host's turn, none begun later than a minute after the start. Nothing is
 * stored. Throws RetryLaterError for a busy host, and where four tests are under way in this process.
 */
export async function testFeed(url: string, deps: TestDeps): Promise<FeedTest> {
  if (underWay >= AT_ONCE) throw busy();
  underWay++;
  try {
    return await testUntil(deps.clock.now().getTime() + PATIENCE_MS, url, deps);
  } finally {
    underWay--;
  }
}

function busy(): RetryLaterError {
  return new RetryLaterError(
    `${AT_ONCE} feeds are being tested at the moment, which is as many as are at once; try again in ${RETRY_MS / 1_000} seconds`,
    RETRY_MS,
  );
}

async function testUntil(until: number, url: string, deps: TestDeps): Promise<FeedTest> {
  const first = await visit(url, deps);
  if (first.kind === 'none') return { ok: false, reason: first.reason, others: [] };
  if (first.kind === 'feed') return { ...first.feed, ok: true, by: 'itself', others: [] };
  const named = namedBy(first.page);
  if (named[0]?.by === 'itself') return { ok: false, reason: first.reason, others: [] };
  return tryEach(named.length > 0 ? named : usualPlaces(first.page.url), until, first.reason, deps);
}

async function visit(url: string, deps: TestDeps): Promise<Visit> {
  if (deps.isOptedOut(url)) return { kind: 'none', reason: optedOut(url), asksForRest: false };
  const fetched = await politeGet(url, deps);
  if (!fetched.ok)
    return { kind: 'none', reason: fetched.reason, asksForRest: fetched.retryAfterMs !== null };
  if (deps.isOptedOut(fetched.url))
    return { kind: 'none', reason: optedOut(fetched.url), asksForRest: false };
  const at = deps.clock.now();
  const context = { contentType: fetched.contentType, base: fetched.url, now: at };
  const document = await deps.parseDocument(fetched.body, context);
  if (!document.ok) return { kind: 'page', page: fetched, reason: document.error };
  const movedFrom = fetched.movedTo === null ? null : url;
  const feed = { url: fetched.movedTo ?? url, movedFrom, finalUrl: fetched.url, document, at };
  return { kind: 'feed', feed };
}

/** Pages that a link leads to, such as a list of all feeds, are looked through as well. */
async function tryEach(
  candidates: FeedCandidate[],
  until: number,
  reason: string,
  deps: TestDeps,
): Promise<FeedTest> {
  const queue = [...candidates];
  const failures: string[] = [];
  for (let i = 0; i < Math.min(queue.length, MAX_TRIES) && deps.clock.now().getTime() < until; i++) {
    const { url, by } = queue[i]!;
    const visited = await visit(url, deps);
    if (visited.kind === 'feed') return { ...visited.feed, ok: true, by, others: othersOf(queue, i) };
    failures.push(`${url}: ${visited.reason}`);
    if (visited.kind === 'page' && by === 'anchor') queue.push(...newOnes(namedBy(visited.page), queue));
    if (visited.kind === 'none' && visited.asksForRest) break;
  }
  return { ok: false, reason: whyNone(reason, candidates, failures), others: othersOf(queue, -1) };
}

function whyNone(reason: string, candidates: FeedCandidate[], failures: string[]): string {
  if (candidates[0]?.by === 'guess')
    return `${reason}; it names no feed, and there is none at the usual places; give the address of the feed itself`;
  return `${reason}; of the feeds it names, none could be read: ${failures.join('; ')}`;
}

const namedBy = ({ body, contentType, url, link }: Page): FeedCandidate[] =>
  discoverFeeds(body, contentType, url, link);

const newOnes = (found: FeedCandidate[], known: FeedCandidate[]): FeedCandidate[] =>
  found.filter(({ url, by }) => by !== 'itself' && known.every((one) => one.url !== url));

/** What a page names, without what is only guessed. */
const othersOf = (queue: FeedCandidate[], chosen: number): FeedCandidate[] =>
  queue.filter(({ by }, i) => i !== chosen && by !== 'guess');

function optedOut(url: string): string {
  return `${new URL(url).host} does not want to be polled, so it is not fetched`;
}
