import type { Command } from 'commander';
import type { SourceRegister } from '#domain/source-register.js';
import { openAnalyser, openRegister } from '#runtime/open-analyser.js';
import { processAnalyserEnv } from '#runtime/process-env.js';
import { analyseTexts, type AnalysisLine, type BadLine } from '#usecases/analyse/analyse-texts.js';
import { ThemeComparison, type ThemeChange } from '#usecases/analyse/compare-themes.js';
import { readTextAsks, type AskedLine } from '#usecases/analyse/read-text-asks.js';
import { describeComparison } from './describe-comparison.js';
import { openInputs, type Input } from './open-inputs.js';
import { endWithReader, printLine } from './print-line.js';
import { complain } from './say.js';

type AnalyseOptions = { themes?: string; diff?: string };

/** Makes the lines that are printed of those that are read. */
type Answer = (asked: AsyncIterable<AskedLine>) => AsyncIterable<AnalysisLine | ThemeChange | BadLine>;

export function addAnalyseCommand(program: Command): void {
  program
    .command('analyse')
    .description('print themes with their evidence, relevance and tone of texts, one JSON line per text')
    .argument(
      '[files...]',
      'NDJSON lines {id?, title, summary?, language?, source?}; standard input if none is named, or for -',
    )
    .option('--themes <file>', 'a taxonomy to try in place of the configured one')
    .option(
      '--diff <file>',
      'an older taxonomy: print only the texts whose themes differ since, then how many',
    )
    .action((files: string[], options: AnalyseOptions) => analyseCommand(files, options));
}

/** Answers line by line, in order. A line that cannot be analysed has one with its error in its place. */
async function analyseCommand(files: string[], { themes, diff }: AnalyseOptions): Promise<void> {
  endWithReader();
  const env = processAnalyserEnv();
  const register = openRegister(env);
  const current = openAnalyser(env, themes);
  if (diff === undefined) return answerAll(files, register, (asked) => analyseTexts(asked, current.analyse));
  const older = openAnalyser(env, diff);
  const analysers = { before: older.analyse, after: current.analyse };
  const comparison = new ThemeComparison(analysers, [...older.themes, ...current.themes].sort());
  await answerAll(files, register, (asked) => comparison.changes(asked));
  console.error(describeComparison(comparison));
}

async function answerAll(files: string[], register: SourceRegister, answer: Answer): Promise<void> {
  let bad = 0;
  for await (const input of openInputs(files)) bad += await answerOne(input, register, answer);
  if (bad > 0)
    complain(
      `${bad === 1 ? 'A line' : `${bad} lines`} could not be analysed: what is printed in place of each has "error" in it.`,
    );
}

/** Resolves to the number of lines that could not be analysed. */
async function answerOne({ name, chunks }: Input, register: SourceRegister, answer: Answer): Promise<number> {
  let bad = 0;
  for await (const line of answer(readTextAsks(chunks, register))) {
    if ('error' in line) bad += 1;
    await printLine('error' in line && name !== null ? { ...line, file: name } : line);
  }
  return bad;
}
