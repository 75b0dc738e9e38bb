import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccuracyController } from './accuracy.controller.js';
import { AlertsController } from './alerts.controller.js';
import { ArticlesController } from './articles.controller.js';
import { CoverageController } from './coverage.controller.js';
import { FeedsController } from './feeds.controller.js';
import { InvalidParametersError } from './problem.js';
import { ProblemFilter } from './problem-filter.js';
import { RegisterController } from './register.controller.js';
import { RootController } from './root.controller.js';
import { StatusController } from './status.controller.js';
import { TrendsController } from './trends.controller.js';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

const segment = (part: PropertyKey | { key: PropertyKey }): string =>
  String(typeof part === 'object' ? part.key : part);

/** Turns a schema's findings into named parameters. */
function refuse(issues: readonly Issue[]): InvalidParametersError {
  return new InvalidParametersError(
    issues.map(({ message, path = [] }) => ({
      parameter: path.map(segment).join('.') || 'request',
      detail: message,
    })),
  );
}

@Module({
  controllers: [
    RootController,
    TrendsController,
    CoverageController,
    ArticlesController,
    AccuracyController,
    RegisterController,
    FeedsController,
    AlertsController,
    StatusController,
  ],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: refuse }) },
  ],
})
export class ApiModule {}
