/**
 * `npm run bench:import [-- ROWS [killed]]`: rows per second, peak memory and store size of `narrative import` in embedded
 * mode, on NDJSON of made-up news in two languages; a million rows unless told otherwise. With "killed" the import is
 * killed (SIGKILL) half way and begun again.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clearInterval, setInterval } from 'node:timers';
import { once } from 'node:events';
import { describeMachine } from './bench-setup.mjs';
import { item, SOURCES } from './corpus.mjs';

const CLI = new URL('../../dist/apps/cli/src/main.js', import.meta.url).pathname;
const SAMPLE_MS = 200;

const rows = Number(process.argv[2] ?? 1_000_000);
const isKilled = process.argv[3] === 'killed';
const folder = mkdtempSync(join(tmpdir(), 'narrative-bench-import-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main() {
  const file = join(folder, 'history.ndjson');
  await writeRows(file);
  writeSources(join(folder, 'sources.yaml'));
  console.log(describeMachine());
  console.log(`${rows.toLocaleString('en')} rows, ${megabytes(statSync(file).size)} MB`);
  console.log('     from row      to row    seconds      rows/s    peak MB');
  const from = isKilled ? await measure(file, 0, rows / 2) : 0;
  await measure(file, from, null);
  console.log(`store: ${megabytes(statSync(join(folder, 'narrative.db')).size)} MB`);
}

/** In order of time, as archives are: every outlet's first article, then every outlet's second. */
async function writeRows(file) {
  const out = createWriteStream(file);
  const now = Date.now();
  const perSource = Math.ceil(rows / SOURCES.length);
  for (let n = 0; n < rows; n++) {
    const source = SOURCES[n % SOURCES.length];
    const { link, title, summary, at } = item(source, Math.floor(n / SOURCES.length), perSource, now);
    const { language, name } = source;
    const row = { url: link, title, summary, publishedAt: at, author: 'A. Reporter', language, source: name };
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  await once(out.end(), 'finish');
}

function writeSources(file) {
  const sources = SOURCES.map((source) => ({
    ...source,
    feeds: [{ id: `${source.id}-home`, url: `https://${source.hosts[0]}/feed` }],
  }));
  writeFileSync(file, JSON.stringify({ sources }));
}

/** Runs the import, to its end or until it has read `killAt` rows, and prints what it took. Returns the last row it told of. */
async function measure(file, from, killAt) {
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, 'import', file], {
    env: {
      ...process.env,
      RUN_MODE: 'embedded',
      DATA_DIR: folder,
      SOURCES_FILE: join(folder, 'sources.yaml'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peak = 0;
  const sampling = setInterval(() => (peak = Math.max(peak, residentKilobytes(child.pid))), SAMPLE_MS);
  let last = from;
  const progress = createInterface(child.stderr);
  progress.on('line', (line) => {
    last = Number(/^(\d+) records read/.exec(line)?.[1] ?? last);
    if (killAt !== null && last >= killAt) child.kill('SIGKILL');
  });
  const summary = [];
  createInterface(child.stdout).on('line', (line) => summary.push(line));
  const [code] = await once(child, 'close');
  clearInterval(sampling);
  if (code !== 0 && killAt === null) throw new Error(`the import ended with ${code}`);
  const to = killAt === null ? rows : last;
  const seconds = (performance.now() - started) / 1000;
  const cells = [from, to, seconds.toFixed(1), Math.round((to - from) / seconds), Math.round(peak / 1024)];
  console.log(cells.map((cell) => cell.toLocaleString('en').padStart(11)).join(' '));
  if (killAt === null) console.log(summary.join('\n'));
  return to;
}

/** The highest that it ever was, by Linux's account of the process. */
function residentKilobytes(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6).toLocaleString('en');
}
