import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { type NoParameters, noParameters } from './query-parts.js';

const count = z.int().min(0);

const statusSchema = z
  .object({
    articles: count.describe('Articles stored'),
    unsettled: count.describe('Articles whose analysis, story or counts are not yet up to date'),
    quarantined: count.describe('Articles put aside after too many tries, with their error'),
    windowsOutstanding: count.describe('Spans of time that are still to be counted or judged'),
    deliveriesDue: count.describe('Messages that are still to be sent'),
  })
  .meta({ title: 'Status' });

@ApiTags('status')
@Controller('api/v1/status')
export class StatusController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'How far the work has come' })
  @ApiOkResponse({ standardSchema: statusSchema })
  read(@Query({ schema: noParameters }) _query: NoParameters): Promise<z.infer<typeof statusSchema>> {
    const { clock, stores, version } = this.deps;
    return stores.progress(version, clock.now());
  }
}
