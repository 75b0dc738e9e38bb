import type { Article } from '#domain/article.js';
import type { ArticlePage, ArticleQuery } from '#domain/article-query.js';
import { ARTICLES } from './article-facts.js';
import { encodeTerm } from './article-indexes.js';
import { toArticle, type ArticleRow } from './article-row.js';
import type { Connection, SqlValue } from '../connection.js';
import { AFTER_ALL_TIME, IN_LIST, list } from '../sql.js';

type Key = { n: number; window_at: number; id: string };

/** A condition with the value of its parameter, where it has one. */
type Condition = { sql: string; value?: SqlValue };

/**
 * Where the keys of a page are read from: a table or index in the order of pages, or one that holds few articles.
 * `at` names the table that order and span are read from.
 */
type Branch = { from: string; at: 'a' | 'd'; where: Condition[] };

/**
 * A page is the merge of the first `limit` articles of each branch, and each branch is read through an index in the
 * order of pages. What a page costs depends on its size and on how rare the filter is within the branch, not on how
 * many articles there are.
 */
export function articlePage(connection: Connection, query: ArticleQuery): ArticlePage {
  const keys = branches(query).flatMap((branch) => readKeys(connection, branch, query));
  const distinct = [...new Map(keys.map((key) => [key.n, key])).values()].sort(newestFirst);
  const articles = articlesOf(connection, distinct.slice(0, query.limit));
  const last = articles.at(-1);
  const more = distinct.length > query.limit && last;
  return { articles, next: more ? { windowAt: last.windowAt, id: last.id } : null };
}

function branches(query: ArticleQuery): Branch[] {
  const rest = conditions(query);
  if (query.terms) return searchBranches(query.terms, rest);
  if (query.story !== undefined) {
    return [{ from: 'article a INDEXED BY article_story', at: 'a', where: rest }];
  }
  if (query.corrected) return [{ from: 'article a INDEXED BY article_corrected', at: 'a', where: rest }];
  if (query.themes) {
    const from = 'article_theme d CROSS JOIN article a ON a.n = d.n';
    const others = conditions({ ...query, themes: undefined });
    return query.themes.map((theme) => ({
      from,
      at: 'd',
      where: [{ sql: 'd.theme = ?', value: theme }, ...others],
    }));
  }
  if (query.sources) {
    const from = 'article a INDEXED BY article_source';
    const others = conditions({ ...query, sources: undefined });
    return query.sources.map((id) => ({
      from,
      at: 'a',
      where: [{ sql: 'a.source_id = ?', value: id }, ...others],
    }));
  }
  return [{ from: 'article a INDEXED BY article_window', at: 'a', where: rest }];
}

function searchBranches(terms: string[], rest: Condition[]): Branch[] {
  if (terms.length === 0) return [];
  const match = terms.map((term) => `"${encodeTerm(term)}"`).join(' AND ');
  const from = 'article_search CROSS JOIN article a ON a.n = article_search.rowid';
  return [{ from, at: 'a', where: [{ sql: 'article_search MATCH ?', value: match }, ...rest] }];
}

const THEME_OF = `EXISTS (SELECT 1 FROM article_theme f
  WHERE f.theme ${IN_LIST} AND f.window_at = a.window_at AND f.id = a.id)`;

type Filters = { [Part in keyof ArticleQuery]?: ArticleQuery[Part] | undefined };

function conditions(query: Filters): Condition[] {
  const found: Condition[] = [];
  const oneOf = (sql: string, values: readonly string[] | undefined) => {
    if (values) found.push({ sql, value: list(values) });
  };
  if (query.story !== undefined) found.push({ sql: 'a.story_id = ?', value: query.story });
  if (query.corrected !== undefined)
    found.push({ sql: `a.correction IS ${query.corrected ? 'NOT ' : ''}NULL` });
  oneOf(`a.source_id ${IN_LIST}`, query.sources);
  oneOf(`a.language ${IN_LIST}`, query.languages);
  oneOf(`a.about ${IN_LIST}`, query.abouts);
  oneOf(`a.polarity ${IN_LIST}`, query.polarity);
  oneOf(THEME_OF, query.themes);
  return found;
}

function readKeys(connection: Connection, branch: Branch, query: ArticleQuery): Key[] {
  const { from, at, where } = branch;
  const end = endOf(query);
  const sql = `
    SELECT a.n, a.window_at, a.id FROM ${from}
    WHERE ${where.map((condition) => `${condition.sql} AND `).join('')}
      a.merged_into IS NULL AND ${at}.window_at >= ? AND (${at}.window_at, ${at}.id) < (?, ?)
    ORDER BY ${at}.window_at DESC, ${at}.id DESC LIMIT ?`;
  const values = where.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const start = query.from?.getTime() ?? -AFTER_ALL_TIME;
  return connection.all<Key>(sql, [...values, start, end.at, end.id, query.limit + 1]);
}

/** The place before which a page lies: the cursor, or the end of the span where that is earlier. No id is below ''. */
function endOf({ to, after }: ArticleQuery): { at: number; id: string } {
  const end = to?.getTime() ?? AFTER_ALL_TIME;
  const cursor = after?.windowAt.getTime() ?? AFTER_ALL_TIME;
  return after && cursor < end ? { at: cursor, id: after.id } : { at: end, id: '' };
}

function articlesOf(connection: Connection, keys: Key[]): Article[] {
  const rows = connection.all<ArticleRow>(`${ARTICLES} WHERE a.n ${IN_LIST}`, [
    list(keys.map((key) => key.n)),
  ]);
  return rows.sort(newestFirst).map(toArticle);
}

function newestFirst(a: Key, b: Key): number {
  return b.window_at - a.window_at || (a.id < b.id ? 1 : -1);
}
