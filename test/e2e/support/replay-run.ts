import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '#domain/progress.js';
import type { Stores } from '#domain/ports/stores.js';
import { readEnv } from '#runtime/env.js';
import { loadConfig } from '#runtime/load-config.js';
import { openStores } from '#runtime/open-stores.js';
import { type Dump, dumpRows } from './dump-rows.js';
import type { ReplayServer } from './replay-server.js';
import { getJson, type RunningProcess, startProcess, until } from './server-process.js';

/** Where a run keeps its data: a folder of its own, or services. */
export type Place = { workers: number; settings: Record<string, string> };

const DAY_LIMIT_MS = 120_000;

/**
 * Plays the archive day by day against built processes. A day is over when every feed was read after it began and all
 * that followed from it is settled; so every run sees the same documents, whatever happens to its processes.
 */
export class ReplayRun {
  private readonly folder = mkdtempSync(join(tmpdir(), 'narrative-replay-'));
  private readonly settings: Record<string, string>;
  server!: RunningProcess;
  workers: RunningProcess[] = [];

  constructor(
    readonly replay: ReplayServer,
    private readonly place: Place,
  ) {
    const sources = join(this.folder, 'sources.yaml');
    writeFileSync(sources, replay.sourcesYaml());
    this.settings = {
      DATA_DIR: join(this.folder, 'data'),
      SOURCES_FILE: sources,
      PORT: '0',
      LOG_LEVEL: 'error',
      ALLOW_ORIGINS: replay.origin,
      ...{ HOST_GAP_MS: '0', SWEEP_INTERVAL_MS: '50', POLL_INTERVAL_MS: '300', MAX_POLL_INTERVAL_MS: '300' },
      ...{
        ARTICLE_LEASE_MS: '2000',
        FEED_LEASE_MS: '8000',
        FETCH_TIMEOUT_MS: '3000',
        PARSE_TIMEOUT_MS: '1000',
      },
      ...place.settings,
    };
  }

  async start(): Promise<void> {
    this.server = await startProcess('server', this.settings);
    while (this.workers.length < this.place.workers) await this.startWorker();
  }

  async startWorker(): Promise<void> {
    this.workers.push(await startProcess('worker', this.settings));
  }

  /** Plays days, doing `meanwhile` as each begins. */
  async play(
    days: number[],
    meanwhile: (day: number) => Promise<void> = async () => undefined,
  ): Promise<void> {
    for (const day of days) {
      this.replay.setDay(day);
      const began = new Date();
      await meanwhile(day);
      await until(`day ${day} is read and settled`, () => this.isOver(began), DAY_LIMIT_MS, 30);
    }
  }

  async finish(): Promise<void> {
    await until(
      'all is counted and judged',
      async () => (await this.status()).windowsOutstanding === 0,
      DAY_LIMIT_MS,
    );
  }

  status(): Promise<Progress> {
    return getJson<Progress>(`${this.server.url}/api/v1/status`);
  }

  async stop(): Promise<void> {
    await Promise.all([this.server, ...this.workers].map((running) => running.end('SIGTERM')));
    this.workers = [];
  }

  /** What is in the store, read past the processes. */
  async inspect<T>(look: (stores: Stores) => Promise<T>): Promise<T> {
    const stores = await openStores(readEnv(this.settings));
    try {
      return await look(stores);
    } finally {
      await stores.close();
    }
  }

  dump(): Promise<Dump> {
    const { taxonomy } = loadConfig(readEnv({}));
    return this.inspect((stores) => dumpRows(stores, taxonomy, ['UTC', 'Asia/Karachi', 'Asia/Kabul']));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async isOver(began: Date): Promise<boolean> {
    const { feeds } = await getJson<{ feeds: { lastOkAt: string | null }[] }>(
      `${this.server.url}/api/v1/feeds`,
    );
    const read = feeds.every(({ lastOkAt }) => lastOkAt !== null && new Date(lastOkAt) >= began);
    return read && (await this.status()).unsettled === 0;
  }
}
