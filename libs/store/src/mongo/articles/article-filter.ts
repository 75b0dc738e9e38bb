import type { QueryFilter } from 'mongoose';
import type { ArticleQuery } from '#domain/article-query.js';
import { type ArticleDocument, NO_DOUBLE } from './article-document.js';

type Filter = QueryFilter<ArticleDocument>;

/** What an article has to match; an empty list matches nothing. A double is in no list. */
export function articleFilter(query: ArticleQuery): Filter {
  const { sources, themes, abouts, polarity, story, terms } = query;
  const parts: Filter[] = [NO_DOUBLE];
  if (sources) parts.push({ sourceId: { $in: sources } });
  if (themes) parts.push({ 'counted.themes': { $in: themes } });
  if (abouts) parts.push({ 'counted.about': { $in: abouts } });
  if (polarity) parts.push({ 'counted.polarity': { $in: polarity } });
  if (story !== undefined) parts.push({ 'story.storyId': story });
  if (query.corrected !== undefined) parts.push({ corrected: query.corrected ? true : { $exists: false } });
  if (terms) parts.push({ terms: { $all: terms } });
  if (query.languages) parts.push(speaks(query.languages));
  parts.push(...within(query));
  return { $and: parts };
}

/** The analysed language, and the stated one only before analysis. */
function speaks(languages: string[]): Filter {
  return {
    $or: [{ 'counted.language': { $in: languages } }, { counted: null, language: { $in: languages } }],
  };
}

function within({ from, to, after }: ArticleQuery): Filter[] {
  const parts: Filter[] = [];
  if (from) parts.push({ windowAt: { $gte: from } });
  if (to) parts.push({ windowAt: { $lt: to } });
  if (after) {
    // The plain bound lets the index begin at the cursor; the alternatives alone would not.
    parts.push({ windowAt: { $lte: after.windowAt } });
    parts.push({ $or: [{ windowAt: { $lt: after.windowAt } }, { _id: { $lt: after.id } }] });
  }
  return parts;
}
