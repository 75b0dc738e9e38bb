import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '#domain/article.js';
import type { CoverageDay } from '#domain/coverage.js';
import type { Feed } from '#domain/feed.js';
import { Log } from '#domain/log.js';
import { DAY_MS } from '#domain/window.js';
import { urlKeyOf } from '#feeds/identity/url-key.js';
import { sweepJob } from '#pipeline/next-jobs.js';
import { readEnv } from '#runtime/env.js';
import { openRuntime, runSteps, type Runtime } from '#runtime/open-runtime.js';
import { allArticles } from './support/dump-rows.js';
import { type Asked, type LiveOutlets, startLiveOutlets } from './support/live-outlets.js';
import { replayFolder } from './support/replay-server.js';
import { liveSourcesYaml } from './support/replay-sources.js';
import { ScaledClock } from './support/scaled-clock.js';

const START = new Date('2023-10-05T00:00:00Z');
const DAYS = 13;
const SCALE = 4_000;
const SWEEP_MS = 25;
const HOST_GAP_MS = 5_000;
const START_INTERVAL_MS = 15 * 60_000;
/** Longer than any step takes on this clock: a lease that ends in the middle of a poll is not what is looked at. */
const LEASE_MS = String(6 * 60 * 60_000);

const OUTLETS = ['bbc', 'al-jazeera', 'times-of-india', 'guardian', 'guardian-world', 'nyt-world'];
const SHARING = ['guardian', 'guardian-world'];
const SILENT = { outlet: 'al-jazeera', day: '2023-10-15' };

const folder = replayFolder();
if (!folder) console.warn('LEFT OUT: the scaled replay, since ../shared/data/rss is not there');

(folder ? describe : describe.skip)('a fortnight of real feeds, some thousand times as fast', () => {
  const place = mkdtempSync(join(tmpdir(), 'narrative-scaled-'));
  const end = new Date(START.getTime() + DAYS * DAY_MS);
  let outlets: LiveOutlets;
  let articles: Article[];
  let feeds: Feed[];
  let coverage: CoverageDay[];
  /** When each feed was polled, by the log: a request may reach its server later, by much on this clock. */
  const polls = new Map<string, Date[]>();

  beforeAll(async () => {
    const clock = new ScaledClock(START, SCALE);
    const hidden = (outlet: string, at: Date): boolean =>
      outlet === SILENT.outlet && at.toISOString().startsWith(SILENT.day);
    outlets = await startLiveOutlets({ folder: folder!, outlets: OUTLETS, sharing: SHARING, clock, hidden });
    const runtime = await open(outlets, place, clock);
    const sweeps = setInterval(() => void runtime.dispatcher.dispatch([sweepJob()]), SWEEP_MS);
    await clock.passed(end);
    clearInterval(sweeps);
    await runtime.dispatcher.drain(60_000);
    articles = await allArticles(runtime.stores);
    feeds = await runtime.stores.feeds.list();
    for (const { id } of feeds) {
      const lines = await runtime.stores.feeds.fetches(id, 10_000);
      polls.set(id, lines.map(({ at }) => at).reverse());
    }
    coverage = await runtime.stores.coverage.days({ from: '2023-10-01', to: '2023-10-31', sources: null });
    await runtime.lifetime.stop();
  }, 600_000);

  afterAll(async () => {
    await outlets.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('stores every item once', () => {
    const until = new Date(end.getTime() - DAY_MS);
    const shown = OUTLETS.flatMap((outlet) => outlets.shown(outlet, START, until)).map(({ link }) =>
      urlKeyOf(link)!,
    );
    const stored = new Set(articles.map(({ urlKey }) => urlKey));
    expect(stored.size).toBe(articles.length);
    expect([...new Set(shown)].filter((key) => !stored.has(key))).toEqual([]);
    expect(shown.length).toBeGreaterThan(2_500);
  });

  it('asks no host twice within the time that it is owed, nor two of its feeds at once', () => {
    for (const asked of groups(outlets.asked, ({ host }) => host).values()) {
      const rests = pairs(asked).map(([one, next]) => next.at.getTime() - one.until.getTime());
      expect(Math.min(...rests)).toBeGreaterThanOrEqual(HOST_GAP_MS);
    }
  });

  it('comes more often where and when there is more that is new, within its limits', () => {
    for (const [outlet, polledAt] of polls) {
      const waits = pairs(polledAt).map(([one, next]) => next.getTime() - one.getTime());
      const moves = pairs(waits);
      expect({ outlet, asked: waits.length > 100 }).toEqual({ outlet, asked: true });
      expect(moves.some(([one, next]) => next > one * 1.15)).toBe(true);
      expect(moves.some(([one, next]) => next < one * 0.85)).toBe(true);
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(10 * 60_000);
    }
    const intervals = new Set(feeds.map(({ pace }) => pace.intervalMs));
    expect(intervals.size).toBeGreaterThan(2);
    expect(feeds.some(({ pace }) => pace.intervalMs > START_INTERVAL_MS * 2)).toBe(true);
  });

  it('reads an outage where an outlet showed nothing for a day, and there alone', () => {
    const stateOf = (outlet: string): string | undefined =>
      coverage.find(({ day, sourceId }) => day === SILENT.day && sourceId === outlet)?.state;
    expect(stateOf(SILENT.outlet)).toBe('outage');
    expect(OUTLETS.filter((outlet) => stateOf(outlet) === 'outage')).toEqual([SILENT.outlet]);
    expect(stateOf('bbc')).toBe('observed');
  });
});

async function open(outlets: LiveOutlets, place: string, clock: ScaledClock): Promise<Runtime> {
  const sources = join(place, 'sources.yaml');
  writeFileSync(sources, liveSourcesYaml(outlets.origins));
  const env = readEnv({
    ...{ DATA_DIR: join(place, 'data'), SOURCES_FILE: sources, ZONES: 'UTC', HALF_HOUR_DAYS: '1' },
    ALLOW_ORIGINS: [...new Set(outlets.origins.values())].join(','),
    ...{ HOST_GAP_MS: String(HOST_GAP_MS), POLL_INTERVAL_MS: String(START_INTERVAL_MS) },
    ...{ FEED_LEASE_MS: LEASE_MS, ARTICLE_LEASE_MS: LEASE_MS, CONTACT: 'test' },
  });
  const runtime = await openRuntime(env, 'server', new FailingLog(), clock);
  await runSteps(runtime);
  return runtime;
}

function groups(asked: Asked[], keyOf: (one: Asked) => string): Map<string, Asked[]> {
  const found = new Map<string, Asked[]>();
  for (const one of asked) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

function pairs<T>(list: T[]): [T, T][] {
  return list.slice(1).map((next, i) => [list[i]!, next]);
}

/** Whatever is worth an error line is a failure here. */
class FailingLog extends Log {
  debug(): void {}
  info(): void {}
  warn(message: string, details?: object): void {
    console.warn(message, JSON.stringify(details));
  }
  error(message: string, details?: object): void {
    throw new Error(`${message} ${JSON.stringify(details)}`);
  }
}
