import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listArticles } from '#usecases/list-articles.js';
import { readArticle } from '#usecases/read-article.js';
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
import { readCursor, writeCursor } from './cursor.js';
import { filterOf } from './filter-schema.js';

@ApiTags('articles')
@Controller('api/v1/articles')
export class ArticlesController {
  constructor(@Inject(UseCaseDeps) private readonly deps: UseCaseDeps) {}

  @Get()
  @ApiOperation({ summary: 'The articles behind the figures, newest first' })
  @ApiOkResponse({ standardSchema: articlePageSchema })
  async list(@Query({ schema: articlesQuerySchema }) input: ArticlesInput): Promise<ArticlePageView> {
    const { polarity, story, q, limit, cursor } = input;
    const place = cursor === undefined ? undefined : readCursor(cursor);
    const after = place && { windowAt: place.at, id: place.id };
    const page = await listArticles({ ...filterOf(input), polarity, story, q, limit, after }, this.deps);
    return {
      articles: page.articles.map((article) => articleView(article, this.deps.register)),
      next: page.next && writeCursor(page.next.windowAt, page.next.id),
    };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with its evidence, revisions and feeds' })
  @ApiOkResponse({ standardSchema: articleDetailSchema })
  async read(@Param('id') id: string): Promise<ArticleDetailView> {
    const { register, version } = this.deps;
    return articleDetailView(await readArticle(id, this.deps), register, version);
  }
}
