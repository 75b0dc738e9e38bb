/**
 * `npm run bench:ingest [-- SIZE…]`: articles per second through the whole embedded pipeline, from the HTTP request to
 * the judged window, at 10 k, 100 k and 1 M articles with the same sources, themes and days. Leaves the stores in
 * data/bench for bench:trends.
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { benchFolder, describeMachine, SIZES, startServer } from './bench-setup.mjs';
import { serveCorpus } from './feed-server.mjs';

const sizes = process.argv.slice(2).map(Number);
const rates = new Map();

console.log(describeMachine());
console.log('    articles    seconds  articles/s  server peak MB  store MB');
for (const size of sizes.length > 0 ? sizes : SIZES) {
  const { seconds, articles, peakMb, storeMb } = await ingest(size);
  rates.set(size, articles / seconds);
  const row = [
    articles.toLocaleString('en').padStart(12),
    seconds.toFixed(1).padStart(11),
    Math.round(articles / seconds)
      .toString()
      .padStart(12),
  ];
  console.log(row.join('') + peakMb.toString().padStart(16) + storeMb.toString().padStart(10));
}
const [first, last] = [[...rates.keys()][0], [...rates.keys()].at(-1)];
if (first !== last)
  console.log(
    `time per article, ${last.toLocaleString('en')} to ${first.toLocaleString('en')}: ${(rates.get(first) / rates.get(last)).toFixed(2)} x`,
  );

async function ingest(size) {
  const folder = benchFolder(size);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const corpus = await serveCorpus(size, Date.now());
  writeFileSync(join(folder, 'sources.yaml'), JSON.stringify({ sources: corpus.sources }));
  const started = performance.now();
  const { server, url } = await startServer(folder, {
    ...{ ALLOW_ORIGINS: corpus.origins.join(','), HOST_GAP_MS: '0' },
    ...{ POLL_INTERVAL_MS: '50', MAX_POLL_INTERVAL_MS: '50', SWEEP_INTERVAL_MS: '250' },
  });
  let status;
  do {
    await pause(250);
    status = await (await fetch(`${url}/api/v1/status`)).json();
  } while (status.articles < corpus.articles || status.unsettled > 0 || status.windowsOutstanding > 0);
  const seconds = (performance.now() - started) / 1000;
  const peakMb = Math.round((await stop(server)) / 1000);
  await corpus.close();
  return {
    seconds,
    articles: status.articles,
    peakMb,
    storeMb: Math.round(statSync(join(folder, 'narrative.db')).size / 1e6),
  };
}

/** Stops the server and returns its highest resident memory in kilobytes, which it reports as it ends. */
function stop(server) {
  let kilobytes = 0;
  server.on('message', (message) => (kilobytes = message.peakKilobytes ?? kilobytes));
  server.kill('SIGTERM');
  return new Promise((resolve) => server.once('close', () => resolve(kilobytes)));
}
