import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { SystemClock } from '#domain/clock.js';
import type { Env } from '#runtime/env.js';
import { openParser } from '#runtime/open-parser.js';
import { describeDocument, type DocumentLine, unreadable } from '#usecases/describe-document.js';
import { endWithReader, printLine } from './print-line.js';
import { readManifest, type ManifestLine } from './read-manifest.js';

type ParseOptions = { contentType?: string; base?: string; manifest?: string };

/** Documents that are read ahead of the one that is printed. */
const AHEAD = 4;

export function addParseCommand(program: Command, env: () => Env): void {
  program
    .command('parse')
    .description('print what is read of feed documents, one JSON line per file')
    .argument('[files...]', 'feed documents; those of the manifest if none is named')
    .option('--content-type <type>', 'the Content-Type header that they came with')
    .option('--base <url>', 'the address that they came from, where relative links start')
    .option('--manifest <file>', 'NDJSON lines {file, contentType?, base?} that say both per file')
    .action((files: string[], options: ParseOptions) => parseCommand(env(), files, options));
}

/** Prints what is read of each file, one JSON line per file, in order. What cannot be read is a line too. */
async function parseCommand(env: Env, given: string[], options: ParseOptions): Promise<void> {
  endWithReader();
  const manifest = options.manifest === undefined ? new Map() : await readManifest(options.manifest);
  const files = given.length > 0 ? given : [...manifest.keys()];
  const parser = openParser(env);
  const read = (file: string): Promise<DocumentLine> =>
    readOne(file, { ...options, ...manifest.get(file) }, (body, context) => parser.parse(body, context));
  try {
    const running: Promise<DocumentLine>[] = [];
    for (const file of files) {
      running.push(read(file));
      if (running.length > AHEAD) await printLine(await running.shift());
    }
    for (const line of running) await printLine(await line);
  } finally {
    await parser.close();
  }
}

async function readOne(
  file: string,
  { contentType, base }: ManifestLine,
  parse: Parameters<typeof describeDocument>[3],
): Promise<DocumentLine> {
  try {
    const context = {
      contentType: contentType ?? null,
      base: base ?? 'about:blank',
      now: new SystemClock().now(),
    };
    return await describeDocument(file, await readFile(file), context, parse);
  } catch (error) {
    return unreadable(file, (error as Error).message);
  }
}
