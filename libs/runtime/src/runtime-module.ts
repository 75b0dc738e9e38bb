import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Log } from '#domain/log.js';
import { Dispatcher } from '#domain/ports/dispatcher.js';
import { Stores } from '#domain/ports/stores.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { HealthController } from './health.controller.js';
import { Lifetime } from './lifetime.js';
import type { Runtime } from './open-runtime.js';

/** Makes an opened runtime's ports injectable, one provider each, and adds the health checks. */
@Global()
@Module({})
export class RuntimeModule {
  static register(runtime: Runtime): DynamicModule {
    const providers = [
      { provide: Log, useValue: runtime.log },
      { provide: Lifetime, useValue: runtime.lifetime },
      { provide: Stores, useValue: runtime.stores },
      { provide: Dispatcher, useValue: runtime.dispatcher },
      { provide: UseCaseDeps, useValue: runtime.useCases },
    ];
    return {
      module: RuntimeModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
