import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSampleFeeds } from '../../../apps/demo/src/serve-feeds.js';
import { getJson, type RunningProcess, startProcess, until } from './server-process.js';

export type Status = {
  articles: number;
  unsettled: number;
  quarantined: number;
  windowsOutstanding: number;
  deliveriesDue: number;
};

export type SampleWorld = {
  folder: string;
  settings: Record<string, string>;
  start(): Promise<RunningProcess>;
  close(): Promise<void>;
};

/** The sample feeds on loopback and settings for a server beside them, on data of its own. */
export async function openSampleWorld(): Promise<SampleWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'narrative-sample-'));
  const feeds = await serveSampleFeeds({ port: 0, seed: 7, today: new Date() });
  writeFileSync(join(folder, 'sources.yaml'), feeds.sourcesYaml);
  const settings = {
    DATA_DIR: join(folder, 'data'),
    SOURCES_FILE: join(folder, 'sources.yaml'),
    PORT: '0',
    ALLOW_ORIGINS: feeds.origin,
    HOST_GAP_MS: '0',
    SWEEP_INTERVAL_MS: '100',
    POLL_INTERVAL_MS: '5000',
    MAX_POLL_INTERVAL_MS: '5000',
  };
  return {
    folder,
    settings,
    start: () => startProcess('server', settings),
    close: async () => {
      await feeds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until every feed was polled after `since` and all that followed from it is done. */
export async function untilQuiet(url: string, since: Date, withinMs = 120_000): Promise<void> {
  await until('every feed is polled', async () => await allPolledSince(url, since), withinMs);
  await until(
    'all is counted and judged',
    async () => {
      const { unsettled, windowsOutstanding } = await getJson<Status>(`${url}/api/v1/status`);
      return unsettled === 0 && windowsOutstanding === 0;
    },
    withinMs,
  );
}

async function allPolledSince(url: string, since: Date): Promise<boolean> {
  const { feeds } = await getJson<{ feeds: { lastOkAt: string | null }[] }>(`${url}/api/v1/feeds`);
  return feeds.every(({ lastOkAt }) => lastOkAt !== null && new Date(lastOkAt) >= since);
}
