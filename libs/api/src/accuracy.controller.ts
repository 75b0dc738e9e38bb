import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readAccuracy } from '#usecases/corrections/read-accuracy.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import {
  type AccuracyInput,
  accuracyQuerySchema,
  accuracySchema,
  type AccuracyView,
} from './accuracy-schema.js';

@ApiTags('accuracy')
@Controller('api/v1/accuracy')
export class AccuracyController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'How the analysis fares against what analysts corrected and confirmed' })
  @ApiOkResponse({ standardSchema: accuracySchema })
  read(@Query({ schema: accuracyQuerySchema }) input: AccuracyInput): Promise<AccuracyView> {
    return readAccuracy(input, this.deps);
  }
}
