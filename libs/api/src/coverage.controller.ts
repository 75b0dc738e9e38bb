import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readCoverage } from '#usecases/read-coverage.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import {
  type CoverageInput,
  coverageQuerySchema,
  coverageSchema,
  type CoverageView,
} from './coverage-schema.js';
import { beginningOf, endOf } from './query-parts.js';

@ApiTags('coverage')
@Controller('api/v1/coverage')
export class CoverageController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'How well each source was seen on each day: outages kept apart from silence' })
  @ApiOkResponse({ standardSchema: coverageSchema })
  async read(@Query({ schema: coverageQuerySchema }) input: CoverageInput): Promise<CoverageView> {
    const { source, country, bloc } = input;
    const from = input.from === undefined ? undefined : beginningOf(input.from, 'UTC');
    const to = input.to === undefined ? undefined : endOf(input.to, 'UTC');
    const coverage = await readCoverage({ source, country, bloc, from, to }, this.deps);
    return {
      from: coverage.from,
      to: coverage.to,
      days: coverage.days.map(({ sourceId, ...day }) => ({ source: sourceId, ...day })),
    };
  }
}
