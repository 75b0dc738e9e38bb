import { once } from 'node:events';
import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';
import { exportArticles } from '#usecases/export-articles.js';

/** Writes no faster than the reader reads, so that an export of any size needs little memory. */
export async function exportCommand(env: Env, { pending }: { pending: boolean }): Promise<void> {
  // A reader that has seen enough, such as head, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  await withTool(env, async (deps) => {
    for await (const row of exportArticles(deps, pending)) {
      if (!process.stdout.write(`${JSON.stringify(row)}\n`)) await once(process.stdout, 'drain');
    }
  });
}
