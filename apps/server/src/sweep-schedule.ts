import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '#domain/log.js';
import { Dispatcher } from '#domain/ports/dispatcher.js';
import { sweepJob } from '#pipeline/next-jobs.js';
import { Lifetime } from '#runtime/lifetime.js';
import { SWEEP_INTERVAL } from './sweep-interval.js';

const NAME = 'pipeline.sweep';

/** The one thing the clock does: asks for a sweep every few seconds. */
@Injectable()
export class SweepSchedule implements OnApplicationBootstrap {
  private away = false;

  constructor(
    @Inject(SchedulerRegistry) private readonly schedule: SchedulerRegistry,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
    @Inject(Log) private readonly log: Log,
    @Inject(SWEEP_INTERVAL) private readonly intervalMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule.addInterval(
      NAME,
      setInterval(() => void this.sweep(), this.intervalMs),
    );
    this.lifetime.onStop('intake', 'schedule', () => this.schedule.deleteInterval(NAME));
    void this.sweep();
  }

  private async sweep(): Promise<void> {
    try {
      await this.dispatcher.dispatch([sweepJob()]);
      this.away = false;
    } catch (error) {
      if (!this.away) this.log.error('the queue does not take jobs', { error: (error as Error).message });
      this.away = true;
    }
  }
}
