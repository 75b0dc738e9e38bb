import type { Job, JobHandler, JobSpec } from '#domain/job.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import { CheckedDispatcher, type Carrier } from '../checked-dispatcher.js';
import type { DispatchLog } from '../dispatch-log.js';
import { endsWithin } from '../ends-within.js';
import { packJobs } from '../parcel.js';
import { SpecTable } from '../spec-table.js';
import { Lane } from './lane.js';

/**
 * A dispatcher within this process. Its jobs are lost with the process, and hints beyond 10,000 waiting of one name
 * are dropped: the sweep finds that work again.
 */
export function openInProcess(options: { specs: readonly JobSpec[]; log: DispatchLog }): Dispatcher {
  const table = new SpecTable(options.specs);
  return new CheckedDispatcher(table, new InProcessCarrier(table, options.log));
}

class InProcessCarrier implements Carrier {
  private readonly lanes: Map<string, Lane>;

  constructor(
    private readonly table: SpecTable,
    private readonly log: DispatchLog,
  ) {
    this.lanes = new Map(table.all().map((spec) => [spec.name, new Lane(spec, log)]));
  }

  async send(jobs: readonly Job[]): Promise<void> {
    for (const { spec, json, key } of packJobs(this.table, jobs)) this.lanes.get(spec.name)?.push(json, key);
  }

  async start(handlers: ReadonlyMap<string, JobHandler>): Promise<void> {
    for (const [name, handler] of handlers) this.lanes.get(name)?.start(handler, (jobs) => this.send(jobs));
  }

  async stop(deadlineMs: number): Promise<void> {
    const idle = Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    if (!(await endsWithin(idle, deadlineMs)))
      this.log.warn('jobs that ran too long were let go', { deadlineMs });
  }

  async ping(): Promise<void> {}
}
