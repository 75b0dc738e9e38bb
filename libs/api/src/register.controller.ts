import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Feed } from '#domain/feed.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { feedsSchema, type FeedView, sourcesSchema, themesSchema } from './register-schema.js';

/** What is watched: the themes, the outlets and their feeds. */
@ApiTags('register')
@Controller('api/v1')
export class RegisterController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get('themes')
  @ApiOperation({ summary: 'The themes of the conference, with the terms they are found by' })
  @ApiOkResponse({ standardSchema: themesSchema })
  themes() {
    const { version, hash, themes } = this.deps.taxonomy;
    return { version, hash, themes };
  }

  @Get('sources')
  @ApiOperation({ summary: 'The outlets, with country and press bloc' })
  @ApiOkResponse({ standardSchema: sourcesSchema })
  sources() {
    return { sources: this.deps.register.sources };
  }

  @Get('feeds')
  @ApiOperation({ summary: 'The feeds and how their polling goes' })
  @ApiOkResponse({ standardSchema: feedsSchema })
  async feeds(): Promise<{ feeds: FeedView[] }> {
    return { feeds: (await this.deps.stores.feeds.list()).map(feedView) };
  }
}

function feedView(feed: Feed): FeedView {
  const { id, sourceId, url, language, verified, status, failures, error } = feed;
  return {
    id,
    source: sourceId,
    url,
    language,
    verified,
    status,
    nextPollAt: feed.nextPollAt.toISOString(),
    lastPolledAt: feed.lastPolledAt?.toISOString() ?? null,
    lastOkAt: feed.lastOkAt?.toISOString() ?? null,
    failures,
    error,
  };
}
