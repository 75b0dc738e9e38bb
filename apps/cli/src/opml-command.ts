import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { exportOpml } from '#usecases/feeds/export-opml.js';
import { importOpml, type OpmlImport } from '#usecases/feeds/import-opml.js';
import { alignRows } from './align-rows.js';
import { fileError } from './file-error.js';
import { complain, say } from './say.js';

export function addOpmlCommand(program: Command, env: () => Env): void {
  const opml = program.command('opml').description('take lists of feeds in and out');
  opml
    .command('export')
    .argument('[file]', 'where to write it; printed where it is left out')
    .description('write the feeds that are watched as an OPML file, which other feed readers read too')
    .action((file: string | undefined) => writeList(env(), file));
  opml
    .command('import')
    .argument('<file>', 'an OPML file')
    .option('--dry-run', 'say what would be added, and add nothing', false)
    .description('add the feeds of an OPML file; those that are watched already stay as they are')
    .action((file: string, options: { dryRun: boolean }) => takeList(env(), file, options));
}

async function writeList(env: Env, file: string | undefined): Promise<void> {
  const opml = await withTool(env, exportOpml);
  if (file === undefined) return void process.stdout.write(opml);
  await writeFile(file, opml).catch((error: unknown) => refuse(`${file} cannot be written`, error));
}

async function takeList(env: Env, file: string, { dryRun }: { dryRun: boolean }): Promise<void> {
  const body = await readFile(file).catch((error: unknown) => refuse(`${file} cannot be read`, error));
  if (!body) return;
  const done = await withTool(env, (deps) => importOpml(body, { dryRun }, deps));
  say(describeImport(done, dryRun));
}

function refuse(what: string, error: unknown): void {
  complain(`${what}: ${fileError(error)}.`);
}

/** A line for each entry of the list, and how many there were of each kind. */
export function describeImport({ added, known, rejected }: OpmlImport, dryRun: boolean): string {
  const rows = [
    ...added.map(({ line, url, feed, source, isNewSource }) => ({
      line,
      cells: [
        dryRun ? 'would add' : 'added',
        url,
        `as ${feed} of ${isNewSource ? 'the new source ' : ''}${source}`,
      ],
    })),
    ...known.map(({ line, url, feed }) => ({ line, cells: ['already watched', url, `as ${feed}`] })),
    ...rejected.map(({ line, title, url, reason }) => ({
      line,
      cells: ['rejected', url ?? title ?? '(no name)', reason],
    })),
  ].sort((one, other) => one.line - other.line);
  const table = alignRows(rows.map(({ line, cells }) => [`line ${line}`, ...cells]));
  const newSources = new Set(added.filter(({ isNewSource }) => isNewSource).map(({ source }) => source)).size;
  const counts = `${added.length} ${dryRun ? 'to add' : 'added'}, ${known.length} already watched, ${rejected.length} rejected`;
  const hint =
    newSources > 0
      ? `\nNew sources: ${newSources}. What the list did not say of them is unknown: add them to config/sources.yaml to say more.`
      : '';
  return `${table ? `${table}\n\n` : ''}${counts}.${hint}`;
}
