import type { FeedPreview } from '#usecases/feeds/preview-feed.js';
import type { PreviewView } from './add-feed-schema.js';

export function previewView(preview: FeedPreview): PreviewView {
  const { by, source, isNewSource, articles, others, ...rest } = preview;
  const { id, name, country, bloc, language, kind, hosts } = source;
  return {
    ...rest,
    foundBy: by,
    source: { id, name, country, bloc, language, kind, hosts, isNew: isNewSource },
    articles: articles.map(articleView),
    others: others.map(({ url, title }) => ({ url, title })),
  };
}

function articleView({ article, known }: FeedPreview['articles'][number]): PreviewView['articles'][number] {
  const { urlKey, url, title, summary, author, publishedAt, windowAt, language, sourceId } = article;
  return {
    ...{ urlKey, url, title, summary, author, language, source: sourceId, known },
    publishedAt: publishedAt?.toISOString() ?? null,
    undated: publishedAt === null,
    countedAt: windowAt.toISOString(),
  };
}
