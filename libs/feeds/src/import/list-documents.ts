import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a folder; `error` says why it cannot be looked at. */
export type DocumentFile = { path: string; bytes: number; changedAt: number; error: string | null };

/**
 * All files of a folder and the folders in it, in order of their paths, but those whose names begin with a point. Links to
 * files are followed, links to folders are not. A folder within that cannot be read is an entry of its own. Rejects where
 * `folder` itself cannot be read.
 */
export async function listDocuments(folder: string): Promise<DocumentFile[]> {
  const files: DocumentFile[] = [];
  const open = [await entriesOf(folder)];
  for (let entries = open.pop(); entries; entries = open.pop()) {
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      try {
        if (entry.isDirectory()) open.push(await entriesOf(path));
        else files.push(...(await fileAt(path)));
      } catch (error) {
        files.push({ path, bytes: 0, changedAt: 0, error: (error as Error).message });
      }
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !name.startsWith('.'));
}

/** Nothing for what is no file, such as a link to a folder. */
async function fileAt(path: string): Promise<DocumentFile[]> {
  const found = await stat(path);
  return found.isFile() ? [{ path, bytes: found.size, changedAt: found.mtimeMs, error: null }] : [];
}
