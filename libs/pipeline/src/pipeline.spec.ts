import { buildHandlers } from './build-handlers.js';
import type { PipelineDeps } from './deps.js';
import {
  analyseJobs,
  BATCH,
  coverageJob,
  evaluateJob,
  joinJob,
  pollJob,
  rekeyJob,
  rollupJob,
  sendJob,
  sweepJob,
  watchJob,
} from './next-jobs.js';
import { PIPELINE } from './pipeline.js';

const deps = {} as PipelineDeps;
const step = (name: string) => PIPELINE.find((one) => one.name === name)!;

describe('the table of contents', () => {
  it('lists every job once, in the order in which an article walks', () => {
    expect(PIPELINE.map(({ name }) => name)).toEqual([
      'pipeline.sweep',
      'feed.poll',
      'feed.watch',
      'article.rekey',
      'article.analyse',
      'story.join',
      'window.rollup',
      'coverage.record',
      'trend.evaluate',
      'delivery.send',
    ]);
  });

  it('takes the payload of every job that a step names, and no other', () => {
    const jobs = [
      sweepJob(),
      pollJob('f'),
      watchJob('f'),
      rekeyJob(),
      coverageJob('2026-03-01'),
      ...analyseJobs(['a', 'b']),
      joinJob(['a']),
      rollupJob('w'),
      evaluateJob('w'),
      sendJob('d'),
    ];
    for (const { name, payload } of jobs) {
      expect(step(name).schema.safeParse(payload).success).toBe(true);
      expect(step(name).schema.safeParse({ ...(payload as object), more: 1 }).success).toBe(false);
    }
    const tooMany = { articleIds: Array.from({ length: BATCH + 1 }, (_, i) => String(i)) };
    expect(step('article.analyse').schema.safeParse(tooMany).success).toBe(false);
  });

  it('has dedupe keys that a queue can carry', () => {
    for (const { name, payload } of [
      sweepJob(),
      pollJob('post-home'),
      joinJob(['a', 'b']),
      rollupJob('day.Asia/Karachi.20261124'),
    ]) {
      const key = step(name).dedupeKey(payload as never);
      expect(key).toBeTruthy();
      expect(key).not.toContain(':');
    }
  });
});

describe('the boot', () => {
  it('fails where a job has two handlers or none', () => {
    expect(() => buildHandlers([...PIPELINE, step('feed.poll')], deps)).toThrow('feed.poll has two handlers');
    const without = { ...step('feed.poll'), run: undefined as never };
    expect(() => buildHandlers([without], deps)).toThrow('feed.poll has no handler');
    expect(buildHandlers(PIPELINE, deps).size).toBe(PIPELINE.length);
  });
});
