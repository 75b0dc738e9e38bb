import { setImmediate as nextTurn } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Job, JobHandler, JobSpec } from '#domain/job.js';
import type { DispatchLog } from '../dispatch-log.js';
import { runJob, type RunContext } from '../run-job.js';

/** Hints of one name that may wait. The store is the truth: what is dropped beyond it, the sweep finds again. */
export const MOST_WAITING = 10_000;

/** A longer timer would go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Entry = { json: string; key: string | null; tries: number };

/** The jobs of one name: those that wait for their time, those that wait for their turn, those that run. */
export class Lane {
  private readonly turns: PQueue;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly keys = new Set<string>();
  private context: RunContext | undefined;
  private stopped = false;

  constructor(
    private readonly spec: JobSpec,
    private readonly log: DispatchLog,
  ) {
    this.turns = new PQueue({ concurrency: spec.concurrency, autoStart: false });
  }

  push(json: string, key: string | null): void {
    if (this.stopped || (key !== null && this.keys.has(key))) return;
    if (this.turns.size + this.timers.size >= MOST_WAITING) {
      this.log.debug('too many jobs wait, one is dropped', { job: this.spec.name });
      return;
    }
    if (key !== null) this.keys.add(key);
    this.enqueue({ json, key, tries: 0 }, this.spec.delayMs);
  }

  start(handler: JobHandler, send: (jobs: Job[]) => Promise<void>): void {
    this.context = { spec: this.spec, handler, log: this.log, send };
    this.turns.start();
  }

  /** Resolves when the running jobs have ended. Those that wait are forgotten. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
    this.turns.pause();
    this.turns.clear();
    await this.turns.onPendingZero();
  }

  private enqueue(entry: Entry, afterMs: number): void {
    if (this.stopped) return;
    if (afterMs <= 0) {
      void this.turns.add(() => this.run(entry));
      return;
    }
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.enqueue(entry, 0);
      },
      Math.min(afterMs, LONGEST_TIMER_MS),
    );
    this.timers.add(timer);
  }

  private async run({ json, key, tries }: Entry): Promise<void> {
    if (this.context === undefined) return;
    // Steps on an in-process store may never wait for anything; requests and timers get their turn between two jobs.
    await nextTurn();
    if (key !== null) this.keys.delete(key);
    const outcome = await runJob(this.context, JSON.parse(json), tries);
    // Without its key: by now the key may be that of another job which waits.
    if (outcome.kind === 'retry') this.enqueue({ json, key: null, tries: tries + 1 }, outcome.afterMs);
    if (outcome.kind === 'later') this.enqueue({ json, key: null, tries }, outcome.afterMs);
  }
}
