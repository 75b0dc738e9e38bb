import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that goes with the tests of this file: where a file of it lies, and one written there. */
export function scratchFiles(name: string): {
  pathOf(file: string): string;
  fileOf(file: string, text: string): string;
} {
  const folder = mkdtempSync(join(tmpdir(), `narrative-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true }));
  const pathOf = (file: string) => join(folder, file);
  return {
    pathOf,
    fileOf(file, text) {
      writeFileSync(pathOf(file), text);
      return pathOf(file);
    },
  };
}
