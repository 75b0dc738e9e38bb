import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { feedSeries } from '#domain/alert.js';
import type { AlertCursor, AlertQuery } from '#domain/ports/alert-store.js';
import { listAlerts } from '#usecases/list-alerts.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { alertView } from './alert-view.js';
import { alertPageSchema, type AlertPageView, type AlertsInput, alertsQuerySchema } from './alerts-schema.js';
import { readCursor, writeCursor } from './cursor.js';

@ApiTags('alerts')
@Controller('api/v1/alerts')
export class AlertsController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({
    summary: 'Spikes in negative coverage and silent feeds, with their evidence, newest first',
  })
  @ApiOkResponse({ standardSchema: alertPageSchema })
  async list(@Query({ schema: alertsQuerySchema }) input: AlertsInput): Promise<AlertPageView> {
    const { status, theme, feed, limit, cursor } = input;
    const series = [...(theme ?? []), ...(feed ?? []).map(feedSeries)];
    const query: AlertQuery = {
      limit,
      ...(status && { status }),
      ...(series.length > 0 && { series }),
      ...(cursor !== undefined && { after: placeOf(cursor) }),
    };
    const page = await listAlerts(query, this.deps);
    return {
      alerts: page.alerts.map(alertView),
      next: page.next && writeCursor(page.next.openedAt, page.next.id),
    };
  }
}

function placeOf(cursor: string): AlertCursor {
  const { at, id } = readCursor(cursor);
  return { openedAt: at, id };
}
