/**
 * `npm run accuracy`: how right themes and polarity are on labelled titles, with 95 % intervals. The samples are not part
 * of the project; without one the report says so. `npm run accuracy -- FILE…` measures other files of the same shape;
 * `--themes FILE` another taxonomy. `--json` and `--markdown` print the same in other forms, `--write FILE` puts the
 * latter between the marks in a document, and `--errors` lists the titles that are wrong. It needs a build, which the
 * script makes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ANALYSIS_CODE_VERSION, createAnalyser } from '#analysis/analyser.js';
import { loadTaxonomy } from '#runtime/load-taxonomy.js';
import { reportOf, tablesOf } from './accuracy-report.mjs';
import { readSample } from './accuracy-sample.mjs';

const GOLD = ['../shared/gold/themes-dev.jsonl', '../shared/gold/themes-dev-psfaur.jsonl'];
const [START, END] = [
  '<!-- tables: npm run accuracy -- --write docs/accuracy.md -->',
  '<!-- end of tables -->',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    themes: { type: 'string', default: 'config/themes.yaml' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    write: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});

const files = positionals.length > 0 ? positionals : GOLD;
const present = files.filter((file) => existsSync(file));
for (const file of files)
  if (!present.includes(file)) console.error(`SKIPPED: there is no ${file}, so it was not measured.`);
if (present.length > 0) await measureAll();

async function measureAll() {
  const taxonomy = loadTaxonomy(values.themes);
  const analyser = createAnalyser(taxonomy);
  const samples = present.map((file) => [file, readSample(file, analyser)]);
  if (values.errors) return showErrors(samples);
  const about = {
    date: new Date().toISOString().slice(0, 10),
    code: ANALYSIS_CODE_VERSION,
    taxonomy: { version: taxonomy.version, hash: taxonomy.hash },
  };
  const reports = samples.map(([file, rows]) => reportOf(basename(file), rows));
  if (values.json) return console.log(JSON.stringify({ ...about, files: reports }, null, 2));
  if (values.write !== undefined) return writeInto(values.write, await markdown(about, reports));
  if (values.markdown) return console.log((await markdown(about, reports)).trimEnd());
  console.log(`${described(about)}\nValues with their 95 % intervals.`);
  for (const table of reports.flatMap((report) => tablesOf(report, { named: true })))
    console.log(plain(table));
}

function described({ date, code, taxonomy }) {
  return `Measured on ${date}: analysis ${code}, taxonomy ${taxonomy.version} (${taxonomy.hash}).`;
}

function plain({ heading, columns, rows }) {
  const all = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const lines = all.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
  return `\n${heading}\n${lines.join('\n')}`;
}

/** As the checks of the project want it. */
async function markdown(about, reports) {
  const parts = reports.flatMap((report) =>
    tablesOf(report, { named: false }).map(({ heading, columns, rows }, i) => {
      const line = (cells) => `| ${cells.join(' | ')} |`;
      const rule = columns.map((_, k) => (k === 0 ? '---' : '--:'));
      return `${i === 0 ? '###' : '####'} ${heading}\n\n${[columns, rule, ...rows].map(line).join('\n')}`;
    }),
  );
  const text = [described(about), ...parts].join('\n\n');
  return format(text, { ...(await resolveConfig('docs/accuracy.md')), parser: 'markdown' });
}

function writeInto(file, tables) {
  const text = readFileSync(file, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} has no lines ${START} and ${END}`);
  writeFileSync(file, `${text.slice(0, start + START.length)}\n\n${tables}\n${text.slice(end)}`);
  console.log(`The tables are in ${file}.`);
}

function showErrors(samples) {
  for (const [, rows] of samples) {
    for (const { title, language, gold, found, polarity, foundPolarity } of rows) {
      const marks = [
        ...[...gold].filter((theme) => !found.has(theme)).map((theme) => `missed ${theme}`),
        ...[...found].filter((theme) => !gold.has(theme)).map((theme) => `wrong ${theme}`),
        ...(polarity === foundPolarity ? [] : [`${foundPolarity}, not ${polarity}`]),
      ];
      if (marks.length > 0) console.log(`${language}: ${title}\n    ${marks.join('; ')}`);
    }
  }
}
