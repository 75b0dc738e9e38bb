import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Command } from 'commander';
import { OperatorError } from '#domain/errors.js';
import type { Env } from '#runtime/env.js';
import { openParser } from '#runtime/open-parser.js';
import { withTool } from '#runtime/open-tool.js';
import { importHistory, type Rejected } from '#pipeline/import-history.js';
import { openImport, type ImportAsk } from '#usecases/open-import.js';
import { showImport } from './show-import.js';

type ImportOptions = { preset: string; map?: string; format?: string; rejected?: string; again: boolean };

export function addImportCommand(program: Command, env: () => Env): void {
  program
    .command('import')
    .description('read articles of the past from NDJSON or CSV, or from a folder of feed documents')
    .argument('<path>', 'a file or a folder; what was imported of it before is passed over')
    .option(
      '--preset <name>',
      'whose columns it has: plain, media-cloud, gdelt, gdelt-json, gdelt-gkg',
      'plain',
    )
    .option('--map <pairs>', 'columns by other names, like title=headline,publishedAt=date')
    .option('--format <format>', 'ndjson, csv or tsv, where the name of the file does not tell')
    .option('--rejected <file>', 'where records that cannot be used are written, with the reason')
    .option('--again', 'read it from its beginning, though it was imported before', false)
    .action((path: string, options: ImportOptions) => importCommand(env(), path, options));
}

/** Imports a file or folder of history; what was imported before is passed over. */
async function importCommand(env: Env, path: string, options: ImportOptions): Promise<void> {
  const parser = openParser(env);
  const rejects = new RejectedLines(options.rejected ?? `${path.replace(/\/+$/, '')}.rejected.ndjson`);
  try {
    await withTool(env, async ({ stores, register, clock }) => {
      const ask: ImportAsk = { path, ...options };
      const opened = await openImport(ask, { stores, clock, parse: (...given) => parser.parse(...given) });
      if (opened.progress.done) return console.log(alreadyDone(path));
      const show = showImport(opened);
      const { articles, imports } = stores;
      const done = await importHistory(
        opened.entries(),
        opened.progress,
        { articles, imports, register, clock },
        { rejected: (lines) => rejects.write(lines), progressed: (progress) => show.update(progress) },
      );
      show.end(done, rejects.path);
    });
  } finally {
    await rejects.close();
    await parser.close();
  }
}

const alreadyDone = (path: string): string =>
  `${path} was imported to its end before. Nothing to do; --again reads it anew, which makes no article twice.`;

/** The file of rejected records: made with the first of them, added to when an import goes on. */
class RejectedLines {
  private stream: WriteStream | null = null;

  constructor(readonly path: string) {}

  async write(lines: Rejected[]): Promise<void> {
    this.stream ??= await this.open();
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await new Promise<void>((resolve, reject) => {
      this.stream!.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  async close(): Promise<void> {
    if (this.stream) await once(this.stream.end(), 'finish');
  }

  private async open(): Promise<WriteStream> {
    const stream = createWriteStream(this.path, { flags: 'a' });
    await once(stream, 'open').catch((error: Error) => {
      throw new OperatorError(
        `the file for rejected records cannot be written (--rejected names another): ${error.message}`,
      );
    });
    return stream;
  }
}
