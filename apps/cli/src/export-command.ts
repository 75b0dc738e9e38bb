import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { exportArticles } from '#usecases/export-articles.js';
import { endWithReader, printLine } from './print-line.js';

/** Needs little memory, whatever the size of the archive. */
export async function exportCommand(env: Env, { pending }: { pending: boolean }): Promise<void> {
  endWithReader();
  await withTool(env, async (deps) => {
    for await (const row of exportArticles(deps, pending)) await printLine(row);
  });
}
