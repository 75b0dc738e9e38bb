import type { Analysis } from '#domain/analysis.js';
import type { Article } from '#domain/article.js';
import { toneToward } from '#domain/tone-toward.js';
import type { SourceRegister } from '#domain/source-register.js';
import { correctionView, effectiveView } from './correction-view.js';
import type { ReadArticle } from '#usecases/read-article.js';
import type { ArticleDetailView, ArticleView } from './articles-schema.js';

export function articleView(article: Article, register: SourceRegister): ArticleView {
  const { id, url, title, summary, author, revision, story } = article;
  return {
    id,
    url,
    source: sourceOf(article.sourceId, register),
    title,
    summary,
    author,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    firstSeenAt: article.firstSeenAt.toISOString(),
    countedAt: article.windowAt.toISOString(),
    revision,
    story: story && { id: story.storyId, origin: story.origin },
    analysis: article.analysis && analysisView(article.analysis),
    correction: article.correction && correctionView(article.correction),
    effective: effectiveView(article),
  };
}

export function articleDetailView(
  { article, html }: ReadArticle,
  register: SourceRegister,
  version: number,
): ArticleDetailView {
  return {
    ...articleView(article, register),
    html,
    seenIn: article.seenIn.map(({ feedId }) => feedId),
    history: article.history.map((past) => ({ ...past, replacedAt: past.replacedAt.toISOString() })),
    settled: article.settledVersion >= version,
    error: article.work.error,
  };
}

function sourceOf(id: string, register: SourceRegister): ArticleView['source'] {
  const source = register.get(id);
  return {
    id,
    name: source?.name ?? id,
    country: source?.country ?? 'unknown',
    bloc: source?.bloc ?? 'unknown',
  };
}

function analysisView({
  version,
  language,
  relevance,
  themes,
  sentiment,
  acts,
  wire,
}: Analysis): ArticleView['analysis'] {
  const { scored, raw } = sentiment;
  return {
    version,
    language,
    wire,
    relevance,
    themes,
    acts,
    toneToward: toneToward(acts),
    sentiment: {
      scored,
      raw,
      score: sentiment.scored ? sentiment.score : null,
      polarity: sentiment.scored ? sentiment.polarity : null,
      reason: sentiment.scored ? null : sentiment.reason,
      experimental: sentiment.scored && sentiment.experimental,
      evidence: sentiment.scored ? sentiment.evidence : [],
    },
  };
}
