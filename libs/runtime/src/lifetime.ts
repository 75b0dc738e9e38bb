import type { Log } from '#domain/log.js';

/** The stages of an orderly end, in their order. */
const STAGES = ['intake', 'work', 'stores'] as const;
type Stage = (typeof STAGES)[number];

/**
 * Ends a process in order: intake (HTTP, schedule), then work (drained), then stores. What each part does when it ends
 * is registered as it begins; within a stage the last begun ends first.
 */
export class Lifetime {
  private readonly endings: { stage: Stage; name: string; end: () => Promise<unknown> | void }[] = [];
  private stopping: Promise<void> | null = null;

  constructor(private readonly log: Log) {}

  onStop(stage: Stage, name: string, end: () => Promise<unknown> | void): void {
    this.endings.unshift({ stage, name, end });
  }

  /** Safe to call twice: the second waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.run();
    return this.stopping;
  }

  get isStopping(): boolean {
    return this.stopping !== null;
  }

  private async run(): Promise<void> {
    for (const stage of STAGES) {
      for (const { name, end } of this.endings.filter((ending) => ending.stage === stage)) {
        try {
          await end();
        } catch (error) {
          this.log.warn('a part did not end cleanly', { part: name, error: (error as Error).message });
        }
      }
    }
  }
}
