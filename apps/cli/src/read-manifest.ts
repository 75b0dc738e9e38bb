import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '#domain/errors.js';
import { fileError } from './file-error.js';

const lineSchema = z.object({
  file: z.string().min(1),
  contentType: z.string().nullish(),
  base: z.string().nullish(),
});

/** A file, and how it was served as far as that is known. */
export type ManifestLine = z.infer<typeof lineSchema>;

/** Reads NDJSON lines `{file, contentType?, base?}`, in order. Throws OperatorError that names file and line. */
export async function readManifest(path: string): Promise<ManifestLine[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new OperatorError(`${path} cannot be read: ${fileError(error)}.`);
  });
  return text
    .split('\n')
    .map((line, i) => ({ line: line.trim(), place: `${path}:${i + 1}` }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => readLine(line, place));
}

function readLine(line: string, place: string): ManifestLine {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    throw new OperatorError(
      `${place}: a line is JSON like {"file":"a.xml","contentType":"text/xml","base":"https://a.example/"}`,
    );
  }
}
