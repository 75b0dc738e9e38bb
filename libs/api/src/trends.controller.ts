import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readTrends } from '#usecases/read-trends.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { filterOf } from './filter-schema.js';
import { type TrendsInput, trendsQuerySchema, trendsSchema, type TrendsView } from './trends-schema.js';
import { trendsView } from './trends-view.js';

@ApiTags('trends')
@Controller('api/v1/trends')
export class TrendsController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'How much, how negatively and in whose press a theme is told, over time' })
  @ApiOkResponse({ standardSchema: trendsSchema })
  async read(@Query({ schema: trendsQuerySchema }) input: TrendsInput): Promise<TrendsView> {
    const { interval, zone, by = null, adjusted } = input;
    return trendsView(await readTrends({ ...filterOf(input), interval, zone, by, adjusted }, this.deps));
  }
}
