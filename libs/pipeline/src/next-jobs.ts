import type { Job } from '#domain/job.js';

/** Articles that one job takes at most: a claim and a write of this size stay short in either store. */
export const BATCH = 50;

export const sweepJob = (): Job => ({ name: 'pipeline.sweep', payload: {} });
export const pollJob = (feedId: string): Job => ({ name: 'feed.poll', payload: { feedId } });
export const rekeyJob = (): Job => ({ name: 'article.rekey', payload: {} });
export const watchJob = (feedId: string): Job => ({ name: 'feed.watch', payload: { feedId } });
export const coverageJob = (day: string): Job => ({ name: 'coverage.record', payload: { day } });
export const joinJob = (articleIds: string[]): Job => ({ name: 'story.join', payload: { articleIds } });
export const rollupJob = (windowId: string): Job => ({ name: 'window.rollup', payload: { windowId } });
export const evaluateJob = (windowId: string): Job => ({ name: 'trend.evaluate', payload: { windowId } });
export const sendJob = (deliveryId: string): Job => ({ name: 'delivery.send', payload: { deliveryId } });

/** One job for every {@link BATCH} articles. */
export function analyseJobs(articleIds: string[]): Job[] {
  const jobs: Job[] = [];
  for (let i = 0; i < articleIds.length; i += BATCH) jobs.push(analyseJob(articleIds.slice(i, i + BATCH)));
  return jobs;
}

export const analyseJob = (articleIds: string[]): Job => ({
  name: 'article.analyse',
  payload: { articleIds },
});
