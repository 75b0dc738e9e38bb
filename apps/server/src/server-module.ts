import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ApiModule } from '#api/api-module.js';
import type { Runtime } from '#runtime/open-runtime.js';
import { RuntimeModule } from '#runtime/runtime-module.js';
import { SWEEP_INTERVAL } from './sweep-interval.js';
import { SweepSchedule } from './sweep-schedule.js';

@Module({})
export class ServerModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: ServerModule,
      imports: [RuntimeModule.register(runtime), ScheduleModule.forRoot(), ApiModule],
      providers: [SweepSchedule, { provide: SWEEP_INTERVAL, useValue: runtime.env.SWEEP_INTERVAL_MS }],
    };
  }
}
