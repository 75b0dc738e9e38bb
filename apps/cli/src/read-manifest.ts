import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '#domain/errors.js';

const lineSchema = z.object({
  file: z.string().min(1),
  contentType: z.string().optional(),
  base: z.string().optional(),
});

/** How a file was served, as far as it is known. */
export type ManifestLine = { contentType?: string | undefined; base?: string | undefined };

/** Reads NDJSON lines `{file, contentType?, base?}`. Throws OperatorError that names file and line. */
export async function readManifest(path: string): Promise<Map<string, ManifestLine>> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new OperatorError(`${path}: ${error.message}`);
  });
  const lines = text.split('\n').map((line, i) => [line.trim(), i + 1] as const);
  return new Map(
    lines
      .filter(([line]) => line !== '')
      .map(([line, number]) => {
        const { file, ...rest } = readLine(line, `${path}:${number}`);
        return [file, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))];
      }),
  );
}

function readLine(line: string, place: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    throw new OperatorError(
      `${place}: a line is JSON like {"file":"a.xml","contentType":"text/xml","base":"https://a.example/"}`,
    );
  }
}
