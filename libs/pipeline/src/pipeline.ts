import { z } from 'zod';
import type { Job, JobSpec, RetryPolicy } from '#domain/job.js';
import { stableId } from '#domain/hash.js';
import { analyseArticles } from './analyse-articles.js';
import type { PipelineDeps } from './deps.js';
import { evaluateTrend } from './evaluate-trend.js';
import { joinStories } from './join-stories.js';
import { BATCH } from './next-jobs.js';
import { pollFeed } from './poll-feed.js';
import { recordCoverage } from './record-coverage.js';
import { rekeyArticles } from './rekey-articles.js';
import { rollupWindowStep } from './rollup-window-step.js';
import { sendDelivery } from './send-delivery.js';
import { sweep } from './sweep.js';
import { watchFeed } from './watch-feed.js';

export type PipelineStep = JobSpec & { run: (payload: never, deps: PipelineDeps) => Promise<Job[]> };

/** Ties the payload's schema to the step that takes it. */
function step<S extends z.ZodType>(definition: {
  name: string;
  schema: S;
  retry: RetryPolicy;
  concurrency: number;
  delayMs: number;
  dedupeKey: (payload: z.infer<S>) => string | null;
  run: (payload: z.infer<S>, deps: PipelineDeps) => Promise<Job[]>;
}): PipelineStep {
  return definition;
}

const nothing = z.strictObject({});
const feed = z.strictObject({ feedId: z.string().min(1) });
const articles = z.strictObject({ articleIds: z.array(z.string().min(1)).min(1).max(BATCH) });
const window = z.strictObject({ windowId: z.string().min(1) });
const day = z.strictObject({ day: z.iso.date() });
const delivery = z.strictObject({ deliveryId: z.string().min(1) });

const once: RetryPolicy = { attempts: 1, backoffMs: 0 };
const thrice: RetryPolicy = { attempts: 3, backoffMs: 1_000 };

const idsKey = ({ articleIds }: z.infer<typeof articles>): string => stableId(...articleIds);
const windowKey = ({ windowId }: z.infer<typeof window>): string => windowId;

/** A recount waits this long, so that the batches of one poll lead to one recount of a window and not to one each. */
const SETTLE_MS = 2_000;

/** Coverage reads weeks of records of every source, and nobody waits for it by the second. */
const COVERAGE_MS = 10_000;

/**
 * The pipeline, in the order in which an article walks through it. The sweep finds in the store what is undone and
 * emits the job that does it; every other step hints the next one. Retries are few, since the sweep is the safety net.
 */
// prettier-ignore
export const PIPELINE: readonly PipelineStep[] = [
  step({ name: 'pipeline.sweep',  schema: nothing,  retry: once,   concurrency: 1, delayMs: 0, dedupeKey: () => 'sweep', run: sweep }),
  step({ name: 'feed.poll',       schema: feed,     retry: once,   concurrency: 8, delayMs: 0, dedupeKey: ({ feedId }) => feedId, run: pollFeed }),
  step({ name: 'feed.watch',      schema: feed,     retry: thrice, concurrency: 2, delayMs: 0, dedupeKey: ({ feedId }) => feedId, run: watchFeed }),
  step({ name: 'article.rekey',   schema: nothing,  retry: once,   concurrency: 1, delayMs: 0, dedupeKey: () => 'rekey', run: rekeyArticles }),
  step({ name: 'article.analyse', schema: articles, retry: thrice, concurrency: 2, delayMs: 0, dedupeKey: idsKey, run: analyseArticles }),
  step({ name: 'story.join',      schema: articles, retry: thrice, concurrency: 2, delayMs: 0, dedupeKey: idsKey, run: joinStories }),
  step({ name: 'window.rollup',   schema: window,   retry: thrice, concurrency: 2, delayMs: SETTLE_MS, dedupeKey: windowKey, run: rollupWindowStep }),
  step({ name: 'coverage.record', schema: day,      retry: thrice, concurrency: 1, delayMs: COVERAGE_MS, dedupeKey: ({ day }) => day, run: recordCoverage }),
  step({ name: 'trend.evaluate',  schema: window,   retry: thrice, concurrency: 1, delayMs: 0, dedupeKey: windowKey, run: evaluateTrend }),
  step({ name: 'delivery.send',   schema: delivery, retry: once,   concurrency: 4, delayMs: 0, dedupeKey: ({ deliveryId }) => deliveryId, run: sendDelivery }),
];
