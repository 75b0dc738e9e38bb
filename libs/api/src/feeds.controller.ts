import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { addFeed, type AddFeedResult } from '#usecases/feeds/add-feed.js';
import { listFeeds } from '#usecases/feeds/list-feeds.js';
import { alreadyWatched } from '#usecases/feeds/preview-warnings.js';
import { readFeed } from '#usecases/feeds/read-feed.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import {
  ADD_FEED_EXAMPLES,
  addedSchema,
  type AddedView,
  type AddFeedInput,
  addFeedSchema,
  previewedSchema,
  type PreviewedView,
} from './add-feed-schema.js';
import { feedDetailView, feedView } from './feed-view.js';
import { feedDetailSchema, type FeedDetailView, feedsSchema, type FeedView } from './feeds-schema.js';
import { previewView } from './preview-view.js';
import { ProblemError } from './problem.js';
import { type NoParameters, noParameters } from './query-parts.js';

/** The feeds that are watched, and the way to add one. */
@ApiTags('register')
@Controller('api/v1/feeds')
export class FeedsController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'The feeds and how their polling goes' })
  @ApiOkResponse({ standardSchema: feedsSchema })
  async list(@Query({ schema: noParameters }) _query: NoParameters): Promise<{ feeds: FeedView[] }> {
    return { feeds: (await listFeeds(this.deps)).map(feedView) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One feed: why its next poll is when it is, and how its last polls went' })
  @ApiOkResponse({ standardSchema: feedDetailSchema })
  @ApiNotFoundResponse({ description: 'There is no such feed' })
  async read(
    @Param('id') id: string,
    @Query({ schema: noParameters }) _query: NoParameters,
  ): Promise<FeedDetailView> {
    return feedDetailView(await readFeed(id, this.deps));
  }

  @Post()
  @ApiOperation({
    summary: 'Add a feed, by its own address or that of its site',
    description:
      'The address is fetched once. Where it is a page, the feeds that the page names are tried, then the usual places. The answer shows the first items as they would be stored, and warns of what looks wrong. With dryRun nothing is stored. A feed that fails its test is stored only with force. Without source it belongs to the outlet that has its host, else to a new one, of country and bloc unknown.',
  })
  @ApiBody({ schema: { type: 'object' }, examples: ADD_FEED_EXAMPLES })
  @ApiOkResponse({ standardSchema: previewedSchema, description: 'What would be stored (dryRun)' })
  @ApiCreatedResponse({
    standardSchema: addedSchema,
    description: 'The feed was added; it is polled at once',
  })
  @ApiConflictResponse({
    description: 'The feed, or the id of the new source, is there already; detail names it',
  })
  @ApiUnprocessableEntityResponse({
    description: 'The test failed; detail says why, feeds what the page names',
  })
  @ApiServiceUnavailableResponse({ description: 'The host is being asked at the moment; see Retry-After' })
  async add(
    @Body({ schema: addFeedSchema }) input: AddFeedInput,
    @Query({ schema: noParameters }) _query: NoParameters,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PreviewedView | AddedView> {
    const result = await addFeed(input, this.deps);
    if (result.outcome === 'previewed') {
      response.status(200);
      return { preview: previewView(result.preview) };
    }
    if (result.outcome !== 'added') throw problemOf(result);
    response.status(201).location(`/api/v1/feeds/${result.feed.id}`);
    return { feed: feedView(result.feed), preview: result.preview && previewView(result.preview) };
  }
}

type NotAdded = Exclude<AddFeedResult, { outcome: 'previewed' | 'added' }>;

function problemOf(result: NotAdded): ProblemError {
  switch (result.outcome) {
    case 'feed-taken':
      return new ProblemError(409, alreadyWatched(result.feed), { feed: `/api/v1/feeds/${result.feed.id}` });
    case 'source-taken':
      return new ProblemError(
        409,
        `there is already a source "${result.source.id}" (${result.source.name}); name it as the source to add the feed to it, or choose another id`,
      );
    case 'failed':
      return new ProblemError(422, result.reason, {
        feeds: result.others.map(({ url, title }) => ({ url, title })),
      });
  }
}
