import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { SystemClock } from '#domain/clock.js';
import { openParser } from '#runtime/open-parser.js';
import { processParserEnv } from '#runtime/process-env.js';
import { describeDocument, type DocumentLine, unreadable } from '#usecases/describe-document.js';
import { fileError } from './file-error.js';
import { endWithReader, printLine } from './print-line.js';
import { readManifest, type ManifestLine } from './read-manifest.js';

type ParseOptions = { contentType?: string; base?: string; manifest?: string };

/** Documents that are read ahead of the one that is printed. */
const AHEAD = 4;

export function addParseCommand(program: Command): void {
  program
    .command('parse')
    .description('print what is read of feed documents, one JSON line per file')
    .argument('[files...]', 'feed documents; those of the manifest if none is named')
    .option('--content-type <type>', 'the Content-Type header that they came with')
    .option('--base <url>', 'the address that they came from, where relative links start')
    .option('--manifest <file>', 'NDJSON lines {file, contentType?, base?} that say both per file')
    .action((files: string[], options: ParseOptions) => parseCommand(files, options));
}

/** Prints what is read of each file, one JSON line per file, in order. What cannot be read is a line too. */
async function parseCommand(given: string[], options: ParseOptions): Promise<void> {
  endWithReader();
  const manifest = options.manifest === undefined ? [] : await readManifest(options.manifest);
  const parser = openParser(processParserEnv());
  try {
    const running: Promise<DocumentLine>[] = [];
    for (const asked of documentsOf(given, manifest, options)) {
      running.push(readOne(asked, (body, context) => parser.parse(body, context)));
      if (running.length > AHEAD) await printLine(await running.shift());
    }
    for (const line of running) await printLine(await line);
  } finally {
    await parser.close();
  }
}

/**
 * What is to be read, and how it was served: the files that are named, each as the last line of the manifest for it says,
 * else what the lines name, one by one. What a line leaves out is as the options say.
 */
export function documentsOf(
  given: string[],
  manifest: ManifestLine[],
  { contentType, base }: ParseOptions,
): ManifestLine[] {
  const byPath = new Map(manifest.map((line) => [resolve(line.file), line]));
  const lines = given.length > 0 ? given.map((file) => ({ ...byPath.get(resolve(file)), file })) : manifest;
  return lines.map((line) => ({
    file: line.file,
    contentType: line.contentType ?? contentType,
    base: line.base ?? base,
  }));
}

async function readOne(
  { file, contentType, base }: ManifestLine,
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
    return unreadable(file, `it cannot be read: ${fileError(error)}`);
  }
}
