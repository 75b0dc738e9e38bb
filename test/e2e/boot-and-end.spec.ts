import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweepJob } from '#pipeline/next-jobs.js';
import { readEnv } from '#runtime/env.js';
import { openRuntime, runSteps, type Runtime } from '#runtime/open-runtime.js';
import { closeAll, serve } from '../support/outbound-on-loopback.js';
import { SilentLog } from './support/silent-log.js';

let folder: string;
let optOut: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'narrative-boot-'));
  optOut = join(folder, 'opt-out.txt');
  writeFileSync(optOut, '');
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

function boot(feedUrl: string, settings: Record<string, string> = {}): Promise<Runtime> {
  const sources = join(folder, 'sources.yaml');
  writeFileSync(
    sources,
    `sources: [{ id: s, name: S, country: PK, bloc: pakistani, language: en, kind: press, feeds: [{ id: a, url: '${feedUrl}' }] }]`,
  );
  const files = { DATA_DIR: folder, SOURCES_FILE: sources, OPT_OUT_FILE: optOut };
  return openRuntime(readEnv({ ...files, ...settings }), 'server', new SilentLog());
}

describe('a boot', () => {
  it('applies the list of those who opted out to feeds that people added as well', async () => {
    const statusAfter = async (list: string) => {
      writeFileSync(optOut, list);
      const { stores, lifetime } = await boot('https://a.test/rss');
      const mine = await stores.feeds.get('mine');
      if (!mine) await stores.feeds.add(MINE, new Date());
      await lifetime.stop();
      return mine?.status;
    };
    await statusAfter('');
    expect(await statusAfter('mine.test')).toBe('opted-out');
    expect(await statusAfter('mine.test')).toBe('opted-out');
    expect(await statusAfter('other.test')).toBe('active');
  });
});

describe('an orderly end', () => {
  it('gives back the feed that is being fetched, which the next start polls at once', async () => {
    let arrived = () => {};
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const { origin } = await serve(() => arrived());
    const settings = { ALLOW_ORIGINS: origin, DRAIN_MS: '1000' };
    const runtime = await boot(`${origin}/feed`, settings);
    await runSteps(runtime);
    await runtime.dispatcher.dispatch([sweepJob()]);
    await asked;
    await runtime.lifetime.stop();

    const { stores, lifetime } = await boot(`${origin}/feed`, settings);
    expect(await stores.feeds.get('a')).toMatchObject({ failures: 0, leaseUntil: null, lastPolledAt: null });
    expect(await stores.feeds.fetches('a', 9)).toEqual([]);
    const soon = new Date(Date.now() + 5_000);
    expect(await stores.feeds.due({ now: soon, limit: 9 })).toMatchObject([{ id: 'a' }]);
    await lifetime.stop();
  });
});

const MINE = {
  ...{ id: 'mine', sourceId: 's', url: 'https://mine.test/rss', host: 'mine.test' },
  ...{ language: null, verified: null, optedOut: false },
};
