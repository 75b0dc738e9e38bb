import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Dispatcher } from '#domain/ports/dispatcher.js';
import { Stores } from '#domain/ports/stores.js';
import { Lifetime } from './lifetime.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
    @Inject(Stores) private readonly stores: Stores,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  @ApiOperation({ summary: 'Store and queue answer, and the process is not about to stop' })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.check('store', () => this.stores.ping()),
      () => this.check('queue', () => this.dispatcher.ping()),
      () => this.check('lifetime', () => this.running()),
    ]);
  }

  private async running(): Promise<void> {
    if (this.lifetime.isStopping) throw new Error('the process is stopping');
  }

  private async check(name: string, ping: () => Promise<void>): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      await ping();
      return indicator.up();
    } catch (error) {
      return indicator.down((error as Error).message);
    }
  }
}
