import type { JobHandler } from '#domain/job.js';
import { OperatorError } from '#domain/errors.js';
import type { PipelineDeps } from './deps.js';
import type { PipelineStep } from './pipeline.js';

/** One handler for each step, given its dependencies. Throws where a job has no handler or two. */
export function buildHandlers(steps: readonly PipelineStep[], deps: PipelineDeps): Map<string, JobHandler> {
  const handlers = new Map<string, JobHandler>();
  for (const { name, run } of steps) {
    if (handlers.has(name))
      throw new OperatorError(`the job ${name} has two handlers; the pipeline may list it once`);
    if (typeof run !== 'function') throw new OperatorError(`the job ${name} has no handler`);
    handlers.set(name, (payload) => run(payload as never, deps));
  }
  return handlers;
}
