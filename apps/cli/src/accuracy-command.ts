import type { Command } from 'commander';
import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { type AccuracyReport, readAccuracy } from '#usecases/corrections/read-accuracy.js';
import { alignRows } from './align-rows.js';
import { printLine } from './print-line.js';
import { complain, say } from './say.js';

type Options = { now: boolean; json: boolean; analysisVersion?: string; language?: string };

export function addAccuracyCommand(program: Command, env: () => Env): void {
  program
    .command('accuracy')
    .option(
      '--now',
      'judge what the analysis says at present, not what it said when each was reviewed',
      false,
    )
    .option('--analysis-version <number>', 'only findings of this analysis version, like 3')
    .option('--language <codes>', 'only articles in these languages, like en,ur')
    .option('--json', 'print the figures as JSON', false)
    .description('hold the analysis against what analysts corrected and confirmed, theme by theme')
    .action((options: Options) => accuracyCommand(env(), options));
}

async function accuracyCommand(env: Env, { now, json, analysisVersion, language }: Options): Promise<void> {
  if (analysisVersion !== undefined && !/^[1-9]\d{0,8}$/.test(analysisVersion))
    return complain(
      `--analysis-version takes the number of an analysis version, like 3, not "${analysisVersion}"`,
    );
  const ask = {
    analysis: now ? ('now' as const) : ('then' as const),
    version: analysisVersion === undefined ? undefined : Number(analysisVersion),
    language: language?.split(',').filter((code) => code !== ''),
  };
  const report = await withTool(env, (deps) => readAccuracy(ask, deps));
  if (json) await printLine(report);
  else say(describeAccuracy(report));
}

/** The report as tables for people. */
export function describeAccuracy(report: AccuracyReport): string {
  if (report.reviewed === 0)
    return 'No article is corrected or confirmed yet (of those asked for). PUT /api/v1/articles/ID/correction does it; see docs/api.md.';
  const { reviewed, versions, analysis, themes, polarity, about, caveat } = report;
  const when = analysis === 'then' ? 'as it was when they were reviewed' : 'as it is at present';
  const head = `${articles(reviewed)} corrected or confirmed; the analysis ${when}, version ${versions.join(', ')}.`;
  return [
    head,
    caveat,
    themesTable(themes),
    matrixTable('tone', polarity),
    matrixTable('relevance', about),
  ].join('\n\n');
}

type Proportion = AccuracyReport['themes']['overall']['precision'];

function themesTable({ reviewed, overall, rows }: AccuracyReport['themes']): string {
  if (reviewed === 0) return 'The themes of no article were reviewed.';
  const heads = ['THEME', 'KEPT', 'REMOVED', 'ADDED', 'PRECISION', '95 %', 'RECALL', '95 %'];
  const lines = [...rows, { theme: 'all together', ...overall }].map(
    ({ theme, kept, removed, added, precision, recall }) => [
      theme,
      ...[kept, removed, added].map(String),
      ...cellsOf(precision),
      ...cellsOf(recall),
    ],
  );
  return `Themes of ${articles(reviewed)}:\n${alignRows([heads, ...lines])}`;
}

/** Rows are what the analysis found, columns what the analyst says. */
function matrixTable(
  what: string,
  { reviewed, agreement, matrix }: AccuracyReport['polarity' | 'about'],
): string {
  if (reviewed === 0) return `The ${what} of no article was reviewed.`;
  const rows = Object.entries(matrix);
  const heads = [`${what.toUpperCase()}: FOUND \\ SAID`, ...rows.map(([found]) => found)];
  const lines = rows.map(([found, said]) => [
    found,
    ...rows.map(([one]) => String(said[one as keyof typeof said])),
  ]);
  const [value, interval] = cellsOf(agreement);
  return `${articles(reviewed)}, agreement ${value} (95 %: ${interval}):\n${alignRows([heads, ...lines])}`;
}

function cellsOf(share: Proportion): [value: string, interval: string] {
  if (!share) return ['–', '–'];
  return [share.value.toFixed(2), `${share.low.toFixed(2)}–${share.high.toFixed(2)}`];
}

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`);
