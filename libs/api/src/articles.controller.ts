import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { correctArticle, withdrawCorrection } from '#usecases/corrections/correct-article.js';
import { listArticles } from '#usecases/list-articles.js';
import { readArticle, type ReadArticle } from '#usecases/read-article.js';
import { UseCaseDeps } from '#usecases/use-case-deps.js';
import { articleDetailView, articleView } from './article-view.js';
import {
  articleDetailSchema,
  type ArticleDetailView,
  articlePageSchema,
  type ArticlePageView,
  type ArticlesInput,
  articlesQuerySchema,
} from './articles-schema.js';
import { CORRECTION_EXAMPLES, type CorrectionInput, correctionInputSchema } from './correction-schema.js';
import { readCursor, writeCursor } from './cursor.js';
import { filterOf } from './filter-schema.js';
import { ProblemError } from './problem.js';
import { type NoParameters, noParameters } from './query-parts.js';

@ApiTags('articles')
@Controller('api/v1/articles')
export class ArticlesController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'The articles behind the figures, newest first' })
  @ApiOkResponse({ standardSchema: articlePageSchema })
  async list(@Query({ schema: articlesQuerySchema }) input: ArticlesInput): Promise<ArticlePageView> {
    const { polarity, story, corrected, q, limit, cursor } = input;
    const place = cursor === undefined ? undefined : readCursor(cursor);
    const after = place && { windowAt: place.at, id: place.id };
    const asked = { ...filterOf(input), polarity, story, corrected, q, limit, after };
    const page = await listArticles(asked, this.deps);
    return {
      articles: page.articles.map((article) => articleView(article, this.deps.register)),
      next: page.next && writeCursor(page.next.windowAt, page.next.id),
    };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with its evidence, revisions and feeds' })
  @ApiOkResponse({ standardSchema: articleDetailSchema })
  @ApiNotFoundResponse({ description: 'There is no such article' })
  async read(
    @Param('id') id: string,
    @Query({ schema: noParameters }) _query: NoParameters,
  ): Promise<ArticleDetailView> {
    return this.view(await readArticle(id, this.deps));
  }

  @Put(':id/correction')
  @ApiOperation({
    summary: 'Correct or confirm what the analysis says of an article',
    description:
      "What is given takes the place of the analysis' themes, polarity or relevance in counts and filters from the next recount, whatever later edits and analyses say; what is left out or null stays the analysis' to say. It replaces an earlier correction whole. Both are kept and shown.",
  })
  @ApiBody({ schema: { type: 'object' }, examples: CORRECTION_EXAMPLES })
  @ApiOkResponse({
    standardSchema: articleDetailSchema,
    description: 'The article; settled says when it is counted',
  })
  @ApiNotFoundResponse({ description: 'There is no such article' })
  @ApiConflictResponse({ description: 'The article is not analysed yet' })
  async correct(
    @Param('id') id: string,
    @Body({ schema: correctionInputSchema }) input: CorrectionInput,
  ): Promise<ArticleDetailView> {
    const result = await correctArticle(id, input, this.deps);
    if (result.outcome === 'not-analysed') throw new ProblemError(409, result.reason);
    return this.view(result.read);
  }

  @Delete(':id/correction')
  @ApiOperation({ summary: 'Withdraw the correction of an article: the analysis has its say again' })
  @ApiOkResponse({ standardSchema: articleDetailSchema })
  @ApiNotFoundResponse({ description: 'There is no such article' })
  async withdraw(
    @Param('id') id: string,
    @Query({ schema: noParameters }) _query: NoParameters,
  ): Promise<ArticleDetailView> {
    return this.view(await withdrawCorrection(id, this.deps));
  }

  private view(read: ReadArticle): ArticleDetailView {
    return articleDetailView(read, this.deps.register, this.deps.version);
  }
}
