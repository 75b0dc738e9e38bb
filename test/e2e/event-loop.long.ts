import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { buildHandlers } from '#pipeline/build-handlers.js';
import { pollJob } from '#pipeline/next-jobs.js';
import { PIPELINE } from '#pipeline/pipeline.js';
import { readEnv } from '#runtime/env.js';
import { openRuntime } from '#runtime/open-runtime.js';
import { loopbackServer } from '../support/loopback-server.js';
import { SilentLog } from './support/silent-log.js';

const ITEMS = 10_000;
const SUMMARY_WORDS = 90;
/** Saved at a stretch, the document holds everyone up for some ten times as long. */
const LONGEST_STALL_MS = 500;
const RESOLUTION_MS = 5;
const COMMON =
  'pakistan afghanistan border kabul torkham minister talks refugees trade attack ceasefire'.split(' ');
const RARE = Array.from({ length: 20_000 }, (_, n) => `w${((n * 7_919) % 99_991).toString(36)}`);
/** Words in no order, one in five of them common, the same in every run. */
const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_, n) => {
    const list = n % 5 === 0 ? COMMON : RARE;
    return list[((from * 211 + n) * 104_729) % list.length]!;
  }).join(' ');

function largeDocument(): string {
  const items = Array.from(
    { length: ITEMS },
    (_, n) =>
      `<item><title>${words(11, n)} ${n}</title><link>https://outlet.example/news/${n}?utm_source=rss</link>` +
      `<description><![CDATA[<p>${words(SUMMARY_WORDS, n + ITEMS)}</p>]]></description></item>`,
  );
  return `<rss version="2.0"><channel><title>Large</title>${items.join('')}</channel></rss>`;
}

describe(`a document of ${ITEMS} items`, () => {
  it('holds up requests and timers for no longer than a moment while it is read, saved and analysed', async () => {
    const body = largeDocument();
    const server = await loopbackServer((_request, response) => response.end(body));
    const folder = mkdtempSync(join(tmpdir(), 'narrative-loop-'));
    const sources = join(folder, 'sources.yaml');
    writeFileSync(
      sources,
      `sources: [{ id: s, name: S, country: PK, bloc: pakistani, language: en, kind: press, feeds: [{ id: a, url: '${server.origin}/' }] }]`,
    );
    const settings = { DATA_DIR: folder, SOURCES_FILE: sources, ALLOW_ORIGINS: server.origin };
    const runtime = await openRuntime(
      readEnv({ ...settings, PARSE_TIMEOUT_MS: '60000', FEED_LEASE_MS: '600000' }),
      'server',
      new SilentLog(),
    );
    const handlers = buildHandlers(PIPELINE, runtime.pipeline);
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

    delay.enable();
    const jobs = await handlers.get('feed.poll')!(pollJob('a').payload);
    // A stall is seen when the timer that it held up goes off.
    await pause(2 * RESOLUTION_MS);
    const polled = delay.max / 1e6;
    for (const { name, payload } of jobs) {
      if (name !== 'article.analyse') continue;
      await nextTurn();
      await handlers.get(name)!(payload);
    }
    await pause(2 * RESOLUTION_MS);
    delay.disable();

    const [line] = await runtime.stores.feeds.fetches('a', 1);
    await runtime.lifetime.stop();
    await server.close();
    rmSync(folder, { recursive: true });
    const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(0);
    console.log(
      `${ITEMS} items, ${(body.length / 1e6).toFixed(1)} MB, polled in ${line!.durationMs} ms: longest stall ` +
        `${polled.toFixed(0)} ms while polled, ${ms(delay.max)} ms in all; 99 in 100 below ${ms(delay.percentile(99))} ms`,
    );
    expect(line).toMatchObject({ outcome: 'ok', inserted: ITEMS });
    expect(delay.max / 1e6).toBeLessThan(LONGEST_STALL_MS);
  }, 300_000);
});
