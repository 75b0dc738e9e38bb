/**
 * Reading speed against plain rss-parser on the same clean documents, in turn in one run, and what hostile documents
 * cost. `npm run bench:parse`; it needs a build, which the script makes.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import Parser from 'rss-parser';
import { parseFeed } from '#feeds/read/parse-feed.js';
import { ParsePool } from '#feeds/worker/parse-pool.js';
import { item, SOURCES } from './corpus.mjs';
import { documentOf } from './feed-server.mjs';
import { HOSTILE } from './hostile-documents.mjs';

const ARCHIVE = '../shared/data/rss';
const ROUNDS = 9;
/** What one side of a hostile row may take before it is given up, in ms. */
const GIVEN_UP_MS = 20_000;
const MAX_DOCUMENTS = 300;

const [, , side, row] = process.argv;
if (side) await measureRow(side, Number(row));
else {
  await compareSpeed();
  await showHostile();
}

async function compareSpeed() {
  const documents = cleanDocuments();
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  const rss = new Parser();
  const now = new Date();
  const sides = {
    'rss-parser alone': async () => {
      for (const body of documents) await rss.parseString(body.toString());
    },
    'the whole reader': async () => {
      for (const body of documents)
        await parseFeed(body, { contentType: null, base: 'https://x.test/', now });
    },
  };
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(sides)) {
      const started = performance.now();
      await run();
      if (round >= 0) times[name].push(performance.now() - started);
    }
  }
  console.log(
    `\n${documents.length} clean documents, ${(bytes / 1e6).toFixed(1)} MB, ${ROUNDS} rounds in turn`,
  );
  for (const [name, all] of Object.entries(times)) {
    console.log(`  ${name.padEnd(18)} ${(bytes / 1e3 / median(all)).toFixed(1).padStart(7)} MB/s`);
  }
  const [alone, whole] = Object.values(times);
  const ratios = alone.map((time, i) => time / whole[i]).sort((a, b) => a - b);
  const [least, most] = [ratios[0], ratios.at(-1)].map((ratio) => ratio.toFixed(2));
  console.log(
    `  throughput, the whole reader to rss-parser alone: ${median(ratios).toFixed(2)} × (${least} to ${most})`,
  );
}

function cleanDocuments() {
  if (!existsSync(ARCHIVE)) {
    console.log(`LEFT OUT: ${ARCHIVE} is not there; made documents are read instead`);
    const now = Date.now();
    const items = (source) => Array.from({ length: 50 }, (_, i) => item(source, i, 50, now));
    return SOURCES.map((source) => Buffer.from(documentOf(source, items(source))));
  }
  const files = readdirSync(ARCHIVE, { recursive: true })
    .filter((name) => name.endsWith('.xml'))
    .sort();
  const step = Math.max(1, Math.floor(files.length / MAX_DOCUMENTS));
  return files.filter((_, i) => i % step === 0).map((name) => readFileSync(`${ARCHIVE}/${name}`));
}

async function showHostile() {
  console.log(
    '\nhostile documents                                 the whole reader      rss-parser alone   longest pause',
  );
  console.log(
    '                                            KB      ms   peak MB        ms   peak MB    of the loop, ms',
  );
  for (const [i, [name, make]] of HOSTILE.entries()) {
    const size = (make().length / 1e3).toFixed(0);
    const ours = await inProcess('reader', i);
    const theirs = await inProcess('rss-parser', i);
    const loop = await inProcess('pool', i);
    const cells = [
      size.padStart(7),
      cell(ours?.ms, 8),
      cell(ours?.mb, 9),
      cell(theirs?.ms, 10),
      cell(theirs?.mb, 9),
    ];
    console.log(`${name.padEnd(44)}${cells.join('')}${cell(loop?.pause, 12)}`);
  }
}

function cell(value, width) {
  const shown = value === undefined ? `>${GIVEN_UP_MS / 1e3} s` : value.toFixed(0);
  return shown.padStart(width);
}

function inProcess(name, index) {
  const args = ['--expose-gc', fileURLToPath(import.meta.url), name, String(index)];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: GIVEN_UP_MS, killSignal: 'SIGKILL' }, (error, stdout) =>
      resolve(error ? undefined : JSON.parse(stdout)),
    );
  });
}

/** One side of one row, in a process of its own: time, and the peak of memory above what was there before. */
async function measureRow(name, index) {
  const body = Buffer.from(HOSTILE[index][1]());
  const context = { contentType: null, base: 'https://x.test/', now: new Date() };
  const sides = {
    reader: () => parseFeed(body, context),
    'rss-parser': () => new Parser().parseString(body.toString()).catch(() => null),
    pool: () => pauseOfLoop(body, context),
  };
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const result = await sides[name]();
  const ms = performance.now() - started;
  const mb = Math.max(0, process.resourceUsage().maxRSS / 1e3 - before / 1e6);
  console.log(JSON.stringify({ ms, mb, pause: typeof result === 'number' ? result : undefined }));
  process.exit(0);
}

/** The longest that the event loop stood still while the document was read in a thread. */
async function pauseOfLoop(body, context) {
  const pool = new ParsePool({ threads: 1, deadlineMs: 30_000, maxMemoryMb: 512 });
  await pool.parse(Buffer.from('<rss><channel/></rss>'), context);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pool.parse(body, context);
  delay.disable();
  return delay.max / 1e6;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
