import type { Env } from '#runtime/env.js';
import { withTool } from '#runtime/open-tool.js';

export async function statusCommand(env: Env): Promise<void> {
  await withTool(env, async ({ clock, stores, version }) => {
    const { articles, unsettled, quarantined, windowsOutstanding, deliveriesDue } = await stores.progress(
      version,
      clock.now(),
    );
    const rows: [string, number][] = [
      ['articles stored', articles],
      ['still to be settled', unsettled],
      ['put aside with an error', quarantined],
      ['spans still to be counted or judged', windowsOutstanding],
      ['messages still to be sent', deliveriesDue],
    ];
    for (const [what, count] of rows) console.log(`${String(count).padStart(10)}  ${what}`);
  });
}
