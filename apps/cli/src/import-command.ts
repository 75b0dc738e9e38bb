import { type Command, Option } from 'commander';
import type { ImportProgress } from '#domain/import-progress.js';
import { importHistory } from '#pipeline/import-history.js';
import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { openImport, type OpenedImport } from '#usecases/history/open-import.js';
import { IMPORT_PRESETS, type ImportAsk } from '#usecases/history/read-import-ask.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import { alreadyDone, describeStop, describeSummary, importError } from './describe-import.js';
import { RejectedFile, rejectedPath } from './rejected-file.js';
import { showImport } from './show-import.js';

type ImportOptions = Omit<ImportAsk, 'path'> & { rejected?: string };

/** The exit code of what SIGINT ended, by custom of shells. */
const INTERRUPTED = 130;

export function addImportCommand(program: Command, env: () => Env): void {
  program
    .command('import')
    .description('read articles of the past from NDJSON or CSV, or from a folder of feed documents')
    .argument('<path>', 'a file, packed with gzip or not, a folder, or - for standard input')
    .addOption(
      new Option('--preset <name>', 'whose columns it has').choices([...IMPORT_PRESETS]).default('plain'),
    )
    .option('--map <pairs>', 'columns by other names, like title=headline,publishedAt=date')
    .option('--format <format>', 'ndjson, csv or tsv, where the name of the file does not tell')
    .option('--encoding <label>', 'like windows-1256, where the file does not tell')
    .option(
      '--no-header',
      'the first line is a record; --map then names columns by number, like title=1,url=2',
    )
    .option('--rejected <file>', 'where records that cannot be used are written, with the reason')
    .option('--again', 'begin anew, though it was imported before', false)
    .action((path: string, options: ImportOptions) => importCommand(env(), { path, ...options }));
}

/** Imports a file or folder of history, from where its import was stopped. */
async function importCommand(env: Env, { rejected, ...ask }: ImportOptions & ImportAsk): Promise<void> {
  await withTool(env, async (deps) => {
    const opened = await openImport(ask, { ...deps, input: process.stdin });
    if (opened.progress.done) return console.log(alreadyDone(ask.path));
    const rejects = new RejectedFile(rejectedPath(ask.path, rejected), opened.progress.records);
    const outcome = await run(opened, rejects, deps).finally(() => rejects.close());
    console.log(describeSummary(outcome, rejects.path));
    if (outcome.done) return;
    console.error(describeStop(opened.isResumable));
    process.exitCode = INTERRUPTED;
  });
}

async function run(
  opened: OpenedImport,
  rejects: RejectedFile,
  { stores, register, clock }: UseCaseDeps,
): Promise<ImportProgress> {
  const view = showImport(opened);
  const stopping = untilSignal();
  let last = opened.progress;
  try {
    return await importHistory(
      opened.entries(),
      opened.progress,
      { articles: stores.articles, imports: opened.imports, register, clock },
      {
        rejected: (entries) => rejects.add(entries),
        progressed: (progress) => view.update((last = progress)),
        stopping,
      },
    );
  } catch (error) {
    throw importError(error, last, opened.isResumable);
  } finally {
    view.stop();
  }
}

/** True from the first SIGINT or SIGTERM on; a second one ends the process at once, which loses nothing either. */
function untilSignal(): () => boolean {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopping = true));
  return () => stopping;
}
