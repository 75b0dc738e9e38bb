import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Job, JobHandler, JobSpec } from '#domain/job.js';
import type { Dispatcher } from '#domain/ports/dispatcher.js';
import type { DispatchLog } from '#dispatch/dispatch-log.js';

/** Opens the adapter under test, apart from whatever other tests left behind. */
export type OpenDispatcher = (specs: readonly JobSpec[], log: DispatchLog) => Promise<Dispatcher>;

export type LogLine = { level: keyof DispatchLog; message: string; fields: Record<string, unknown> };

/** A promise that the test opens by hand; the end of the test opens it in any case. */
export type Gate = { opened: Promise<void>; open: () => void };

const PATIENCE_MS = 20_000;

/** A kind of job whose payload is `{ id }`, which is its dedupe key too: one try, one at once, no delay. */
export function jobSpec(change: Partial<JobSpec> = {}): JobSpec {
  return {
    name: 'test.run',
    schema: z.object({ id: z.string() }),
    retry: { attempts: 1, backoffMs: 10 },
    concurrency: 1,
    dedupeKey: ({ id }: { id: string }) => id,
    delayMs: 0,
    ...change,
  };
}

export function job(id: string, name = 'test.run'): Job {
  return { name, payload: { id } };
}

export function idOf(payload: unknown): string {
  return (payload as { id: string }).id;
}

/** Waits until `holds` does, and fails with `what` if that takes unreasonably long. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (const start = Date.now(); !holds(); await sleep(10)) {
    if (Date.now() - start > PATIENCE_MS) throw new Error(`in vain: ${what}`);
  }
}

/** What a test of a dispatcher works with. Everything opened through it is shut down after the test. */
export class Bench {
  private dispatchers: Dispatcher[] = [];
  private gates: Gate[] = [];
  lines: LogLine[] = [];

  constructor(private readonly openDispatcher: OpenDispatcher) {
    afterEach(() => this.clear());
  }

  readonly log: DispatchLog = {
    debug: (message, fields = {}) => void this.lines.push({ level: 'debug', message, fields }),
    warn: (message, fields = {}) => void this.lines.push({ level: 'warn', message, fields }),
    error: (message, fields = {}) => void this.lines.push({ level: 'error', message, fields }),
  };

  async open(...specs: JobSpec[]): Promise<Dispatcher> {
    const dispatcher = await this.openDispatcher(specs, this.log);
    this.dispatchers.push(dispatcher);
    return dispatcher;
  }

  /** A dispatcher of one kind of job that is at work with this handler. */
  async openAtWork(spec: JobSpec, handler: JobHandler): Promise<Dispatcher> {
    const dispatcher = await this.open(spec);
    await dispatcher.work(new Map([[spec.name, handler]]));
    return dispatcher;
  }

  gate(): Gate {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const gate = { opened, open };
    this.gates.push(gate);
    return gate;
  }

  givenUp(): LogLine[] {
    return this.lines.filter(({ message }) => message === 'job given up');
  }

  async clear(): Promise<void> {
    this.gates.forEach((gate) => gate.open());
    await Promise.all(this.dispatchers.map((dispatcher) => dispatcher.drain(5_000)));
    this.dispatchers = [];
    this.gates = [];
    this.lines = [];
  }
}
