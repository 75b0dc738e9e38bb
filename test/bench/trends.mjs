/**
 * `npm run bench:trends`: p50 and p95 of a one-year daily query over HTTP, unfiltered and by bloc, against the stores
 * that bench:ingest left (it is run for a size that is missing). The sizes take turns, so that a noisy machine is noisy
 * for all of them; what counts is the ratio.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolder, describeMachine, SIZES, startServer } from './bench-setup.mjs';

const ROUNDS = 200;
const WARM_UP = 20;
const year = `from=${new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10)}&interval=day`;
const QUERIES = {
  unfiltered: `/api/v1/trends?${year}`,
  'one theme': `/api/v1/trends?theme=border-durand&${year}`,
  'by bloc': `/api/v1/trends?by=bloc&${year}`,
  'one bloc': `/api/v1/trends?bloc=pakistani&theme=border-durand&${year}`,
};

for (const size of SIZES.filter((size) => !existsSync(join(benchFolder(size), 'narrative.db')))) {
  execFileSync(process.execPath, [fileURLToPath(new URL('./ingest.mjs', import.meta.url)), String(size)], {
    stdio: 'inherit',
  });
}
// Nothing but the questions should be at work.
const servers = await Promise.all(
  SIZES.map((size) => startServer(benchFolder(size), { SWEEP_INTERVAL_MS: '3600000' })),
);
console.log(describeMachine());
console.log(`${ROUNDS} requests each, in turn; milliseconds`);
for (const [name, path] of Object.entries(QUERIES)) await measure(name, path);
for (const { server } of servers) server.kill('SIGTERM');

async function measure(name, path) {
  const times = SIZES.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, { url }] of servers.entries()) {
      const started = performance.now();
      const answer = await (await fetch(url + path)).json();
      if (!answer.series?.some(({ sum }) => sum.count > 0)) throw new Error(`${path} counted nothing`);
      if (round >= 0) times[i].push(performance.now() - started);
    }
  }
  const quantile = (list, q) => list.sort((a, b) => a - b)[Math.floor(q * (list.length - 1))];
  const row = (q) => times.map((list) => quantile(list, q));
  for (const q of [0.5, 0.95]) {
    const found = row(q);
    const cells = found
      .map((ms, i) => `${SIZES[i].toLocaleString('en').padStart(10)} ${ms.toFixed(1).padStart(6)}`)
      .join('');
    console.log(
      `${name.padEnd(11)} p${q * 100}${cells}   1 M / 10 k = ${(found.at(-1) / found[0]).toFixed(2)}`,
    );
  }
}
