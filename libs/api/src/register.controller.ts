import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listSources } from '#usecases/feeds/list-feeds.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { type NoParameters, noParameters } from './query-parts.js';
import { sourcesSchema, themesSchema } from './register-schema.js';

/** What is watched: the themes and the outlets. */
@ApiTags('register')
@Controller('api/v1')
export class RegisterController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get('themes')
  @ApiOperation({ summary: 'The themes of the conference, with the terms they are found by' })
  @ApiOkResponse({ standardSchema: themesSchema })
  themes(@Query({ schema: noParameters }) _query: NoParameters) {
    const { version, hash, themes } = this.deps.taxonomy;
    return { version, hash, themes };
  }

  @Get('sources')
  @ApiOperation({ summary: 'The outlets, with country, press bloc and feeds' })
  @ApiOkResponse({ standardSchema: sourcesSchema })
  async sources(@Query({ schema: noParameters }) _query: NoParameters) {
    return { sources: await listSources(this.deps) };
  }
}
