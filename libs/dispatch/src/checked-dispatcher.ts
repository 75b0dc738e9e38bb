import type { Job, JobHandler } from '#domain/job.js';
import { Dispatcher } from '#domain/ports/dispatcher.js';
import type { SpecTable } from './spec-table.js';

/** The part of a dispatcher that depends on where the jobs wait. */
export interface Carrier {
  /** Rejects, having sent nothing, where a name is unknown. */
  send(jobs: readonly Job[]): Promise<void>;
  start(handlers: ReadonlyMap<string, JobHandler>): Promise<void>;
  /** Starts no further job, waits for the running ones at most `deadlineMs`, then lets go of everything. */
  stop(deadlineMs: number): Promise<void>;
  ping(): Promise<void>;
}

/** The part of a dispatcher that is the same wherever the jobs wait: when it may be asked what. */
export class CheckedDispatcher extends Dispatcher {
  private working = false;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly table: SpecTable,
    private readonly carrier: Carrier,
  ) {
    super();
  }

  override async dispatch(jobs: Job[]): Promise<void> {
    this.refuseWhenDrained();
    await this.carrier.send(jobs);
  }

  override async work(handlers: ReadonlyMap<string, JobHandler>): Promise<void> {
    this.refuseWhenDrained();
    if (this.working) throw new Error('the dispatcher is at work already');
    this.table.checkHandlers(handlers);
    this.working = true;
    await this.carrier.start(handlers);
  }

  override drain(deadlineMs: number): Promise<void> {
    this.stopped ??= this.carrier.stop(deadlineMs);
    return this.stopped;
  }

  override async ping(): Promise<void> {
    this.refuseWhenDrained();
    await this.carrier.ping();
  }

  private refuseWhenDrained(): void {
    if (this.stopped !== undefined) throw new Error('the dispatcher is shut down and takes no more jobs');
  }
}
