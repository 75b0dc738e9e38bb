import { DELIVERABLE_MS } from '#alerts/advance-alert.js';
import type { Job } from '#domain/job.js';
import type { Window } from '#domain/window.js';
import { dayNameOf } from '#trends/coverage/day-name.js';
import { rollupWindow } from '#trends/rollup-window.js';
import type { PipelineDeps } from './deps.js';
import { coverageJob, evaluateJob } from './next-jobs.js';
import { isWatched } from './watched-windows.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'articles' | 'clock' | 'windows'>;

/**
 * Recounts a window from its articles. The mark is read before counting and only that one is claimed: one that rose
 * meanwhile leaves the ledger lagging, and the window is counted again.
 */
export async function rollupWindowStep({ windowId }: { windowId: string }, deps: Deps): Promise<Job[]> {
  const { alerting, articles, clock, windows } = deps;
  const row = await windows.get(windowId);
  if (!row || row.rolled >= row.marked) return [];
  const records = rollupWindow(row.id, row.marked, await articles.inWindow(row.start, row.end));
  const claimed = await windows.replace(row, row.marked, records);
  if (!claimed) return [];
  const next = coverageJobs(row);
  if (isWatched(row, alerting)) return isJustOver(row, clock.now()) ? [evaluateJob(windowId), ...next] : next;
  await windows.evaluated(windowId, row.marked);
  return next;
}

/** How well sources are seen is recorded by UTC days. */
function coverageJobs({ granularity, zone, start }: Window): Job[] {
  return granularity === 'day' && zone === 'UTC' ? [coverageJob(dayNameOf(start))] : [];
}

/** Days that may open an alert are judged at once; older ones when the sweep finds the rest of the work done. */
function isJustOver({ end }: Window, now: Date): boolean {
  return end <= now && end.getTime() >= now.getTime() - DELIVERABLE_MS;
}
