/** `node test/count-results.mjs FILE`: sums the lines that the count reporter wrote. */
import { existsSync, readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const counts of lines.map((line) => JSON.parse(line)))
  for (const kind of Object.keys(sum)) sum[kind] += counts[kind];
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
