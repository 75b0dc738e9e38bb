import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Alert } from '#domain/alert.js';
import type { AlertCursor, AlertQuery } from '#domain/ports/alert-store.js';
import { listAlerts } from '#usecases/list-alerts.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import {
  alertPageSchema,
  type AlertPageView,
  type AlertsInput,
  alertsQuerySchema,
  type AlertView,
} from './alerts-schema.js';
import { readCursor, writeCursor } from './cursor.js';

@ApiTags('alerts')
@Controller('api/v1/alerts')
export class AlertsController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'Spikes in negative coverage with their evidence, newest first' })
  @ApiOkResponse({ standardSchema: alertPageSchema })
  async list(@Query({ schema: alertsQuerySchema }) input: AlertsInput): Promise<AlertPageView> {
    const { status, theme, limit, cursor } = input;
    const query: AlertQuery = {
      limit,
      ...(status && { status }),
      ...(theme && { series: theme }),
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

function alertView(alert: Alert): AlertView {
  const { id, ruleId, series, status, historical, evidence } = alert;
  return {
    id,
    rule: ruleId,
    theme: series,
    status,
    historical,
    from: alert.from.toISOString(),
    until: alert.until.toISOString(),
    openedAt: alert.openedAt.toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
    evidence: evidence.map((day) => ({ ...day, start: day.start.toISOString() })),
  };
}
