import { HOUR_MS } from '#domain/hours.js';
import { DAY_MS } from '#domain/window.js';
import type { RawFeed } from './lean/parse-lean.js';

/** What a document says of its feed. */
export type FeedMeta = {
  title: string | null;
  /** The page that the feed belongs to. */
  link: string | null;
  /** The tag as stated, like "en-US". */
  language: string | null;
  /** What the document was decoded from, by its WHATWG name in lower case. */
  encoding: string;
  /** How long a copy may be kept, by RSS's `ttl`. */
  ttlMs: number | null;
  /** How often the feed changes, by the syndication module. */
  updatePeriodMs: number | null;
};

const MINUTE_MS = 60_000;

/** http://web.resource.org/rss/1.0/modules/syndication: the period defaults to daily, the frequency to 1. */
const PERIODS_MS = new Map([
  ['hourly', HOUR_MS],
  ['daily', DAY_MS],
  ['weekly', 7 * DAY_MS],
  ['monthly', 30 * DAY_MS],
  ['yearly', 365 * DAY_MS],
]);

/** The feed's own part of a document. */
export function readFeedMeta(raw: RawFeed, encoding: string): FeedMeta {
  return {
    title: raw.title ?? null,
    link: raw.link ?? null,
    language: raw.language ?? null,
    encoding,
    ttlMs: readTtl(raw.ttl),
    updatePeriodMs: readUpdatePeriod(raw.updatePeriod, raw.updateFrequency),
  };
}

function readTtl(minutes: string | undefined): number | null {
  const ttl = Number(minutes?.trim() || Number.NaN);
  return ttl > 0 && Number.isFinite(ttl) ? Math.round(ttl * MINUTE_MS) : null;
}

/** Null where neither is said, or what is said is no period of the module. */
function readUpdatePeriod(period: string | undefined, frequency: string | undefined): number | null {
  if (period === undefined && frequency === undefined) return null;
  const periodMs = PERIODS_MS.get((period ?? 'daily').trim().toLowerCase());
  const times = Number(frequency?.trim() || 1);
  if (periodMs === undefined || !(times >= 1)) return null;
  return Number.isFinite(times) ? Math.round(periodMs / times) : null;
}
