import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackServer } from '../../support/loopback-server.js';
import { feedBody, item } from './feed-desk.js';
import type { Status } from './sample-server.js';
import { getJson, type RunningProcess, startProcess, until } from './server-process.js';

/** Built processes on one feed of a few headlines, whose taxonomy can change between two runs of them. */
export type CorrectionServer = {
  settings: Record<string, string>;
  url: () => string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Makes a taxonomy of another hash, so that the next start tags history anew. */
  changeTaxonomy(): void;
  /** Waits until all is analysed, counted and judged. */
  untilQuiet(): Promise<void>;
  close(): Promise<void>;
};

export async function openCorrectionServer(
  titles: string[],
  mode: { workers: number; settings: Record<string, string> },
): Promise<CorrectionServer> {
  const folder = mkdtempSync(join(tmpdir(), 'narrative-corrections-'));
  const published = `<pubDate>${new Date(Date.now() - 3_600_000).toUTCString()}</pubDate>`;
  const items = titles.map((title, i) => item(`https://valley.test/${i}`, title, published));
  const { headers, body } = feedBody(items.join(''));
  const site = await loopbackServer((_, response) => response.writeHead(200, headers).end(body));
  const file = (name: string) => join(folder, name);
  writeFileSync(
    file('sources.yaml'),
    `sources: [{ id: valley, name: Valley, country: PK, bloc: pakistani, language: en, kind: press,
      hosts: [valley.test], feeds: [{ id: valley-home, url: '${site.origin}/feed.xml' }] }]`,
  );
  const themes = readFileSync('config/themes.yaml', 'utf8');
  writeFileSync(file('themes.yaml'), themes);
  const settings = {
    ...{ DATA_DIR: file('data'), SOURCES_FILE: file('sources.yaml'), THEMES_FILE: file('themes.yaml') },
    ...{ PORT: '0', ALLOW_ORIGINS: site.origin, HOST_GAP_MS: '0', SWEEP_INTERVAL_MS: '100' },
    ...{ LOG_LEVEL: 'error', ...mode.settings },
  };
  let running: RunningProcess[] = [];
  const url = () => running[0]!.url;
  const stop = async () => void (await Promise.all(running.splice(0).map((one) => one.end('SIGTERM'))));
  return {
    ...{ settings, url, stop },
    start: async () => {
      running = [await startProcess('server', settings)];
      for (let i = 0; i < mode.workers; i++) running.push(await startProcess('worker', settings));
    },
    changeTaxonomy: () =>
      writeFileSync(file('themes.yaml'), themes.replace(/(definition: ['"]?)/, '$1Changed ')),
    untilQuiet: () => until('all is counted and judged', () => isQuiet(url(), titles.length)),
    close: async () => {
      await stop();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isQuiet(url: string, count: number): Promise<boolean> {
  const { articles, unsettled, windowsOutstanding } = await getJson<Status>(`${url}/api/v1/status`);
  return articles === count && unsettled === 0 && windowsOutstanding === 0;
}
