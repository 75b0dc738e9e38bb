import type { Article, Revision } from '#domain/article.js';
import { IDLE } from '#feeds/sight/sight-item.js';

/**
 * What an article becomes when another one turns out to be the same: seen in the feeds of both, each with the article's
 * own wording where it has one, with the earlier wordings of both. It then speaks in the words of the feed that leads
 * now; where those are others, the revision rises, so that they are analysed. Null where nothing changes, as when the
 * other was absorbed before.
 */
export function absorbDouble(article: Article, double: Article): Article | null {
  const own = new Set(article.seenIn.map(({ feedId }) => feedId));
  const added = double.seenIn.filter(({ feedId }) => !own.has(feedId));
  const history = joinHistories(article.history, double.history);
  if (added.length === 0 && history.length === article.history.length) return null;
  const seenIn = [...article.seenIn, ...added].sort((a, b) => (a.feedId < b.feedId ? -1 : 1));
  const seen = { ...article, seenIn, history };
  return added.includes(seenIn[0]!) ? inWordsOf(seen, double) : seen;
}

/** Earlier wordings in the order in which they were replaced, each once. */
function joinHistories(own: Revision[], others: Revision[]): Revision[] {
  const known = new Set(own.map(identity));
  const added = others.filter((earlier) => !known.has(identity(earlier)));
  return [...own, ...added].sort((a, b) => a.replacedAt.getTime() - b.replacedAt.getTime());
}

function identity({ title, summary, replacedAt }: Revision): string {
  return JSON.stringify([title, summary, replacedAt]);
}

function inWordsOf(article: Article, double: Article): Article {
  const { url, sourceId, title, summary, author, language, terms } = double;
  const worded = { ...article, url, sourceId, title, summary, author, language, terms };
  const same =
    title === article.title &&
    summary === article.summary &&
    author === article.author &&
    sourceId === article.sourceId &&
    language === article.language;
  const revision = Math.max(article.revision, double.revision) + 1;
  return same ? worded : { ...worded, revision, settledVersion: 0, work: IDLE };
}
