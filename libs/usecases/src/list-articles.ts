import type { Polarity } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import type { ArticleCursor, ArticlePage, ArticleQuery } from '#domain/article-query.js';
import { hasPhrases, parseSearch } from '#text/search-terms.js';
import { chooseSources, type CoverageFilter } from './coverage-filter.js';
import { learnSources } from '#domain/learn-sources.js';
import type { UseCaseDeps } from './use-case-deps.js';

export type ArticlesAsk = CoverageFilter & {
  polarity?: Polarity[] | undefined;
  story?: string | undefined;
  corrected?: boolean | undefined;
  /** Words, all of which must stand in title or summary; "words in quotes" stand side by side. */
  q?: string | undefined;
  after?: ArticleCursor | undefined;
  limit: number;
};

/** Pages of the store that one answer reads at most while it looks for phrases. */
const PAGES_READ = 10;

/** One page of the articles that pass, newest first. A page may be short, or empty, with more to come behind `next`. */
export async function listArticles(
  ask: ArticlesAsk,
  deps: Pick<UseCaseDeps, 'stores' | 'register' | 'taxonomy'>,
): Promise<ArticlePage> {
  await learnSources(deps.register, deps.stores.sources);
  const search = parseSearch(ask.q ?? '');
  const query = queryOf(ask, search.terms, chooseSources(ask, deps));
  if (search.phrases.length === 0) return deps.stores.articles.page(query);
  return pageWithPhrases(query, search.phrases, deps);
}

/** The store knows terms, not their order: what it returns is looked through here. */
async function pageWithPhrases(
  query: ArticleQuery,
  phrases: string[][],
  { stores }: Pick<UseCaseDeps, 'stores'>,
): Promise<ArticlePage> {
  const articles: Article[] = [];
  let after = query.after;
  for (let read = 0; read < PAGES_READ; read++) {
    const page = await stores.articles.page({ ...query, ...(after && { after }) });
    const found = page.articles.filter(({ terms }) => hasPhrases(terms, phrases));
    articles.push(...found.slice(0, query.limit - articles.length));
    const last = articles.at(-1);
    if (articles.length === query.limit && last)
      return { articles, next: { windowAt: last.windowAt, id: last.id } };
    if (!page.next) return { articles, next: null };
    after = page.next;
  }
  return { articles, next: after ?? null };
}

function queryOf(ask: ArticlesAsk, terms: string[], sources: string[] | null): ArticleQuery {
  return {
    limit: ask.limit,
    abouts: ask.about,
    ...(sources && { sources }),
    ...(ask.language && { languages: ask.language }),
    ...(ask.theme && { themes: ask.theme }),
    ...(ask.polarity && { polarity: ask.polarity }),
    ...(ask.story && { story: ask.story }),
    ...(ask.corrected !== undefined && { corrected: ask.corrected }),
    ...(ask.from && { from: ask.from }),
    ...(ask.to && { to: ask.to }),
    ...(terms.length > 0 && { terms }),
    ...(ask.after && { after: ask.after }),
  };
}
