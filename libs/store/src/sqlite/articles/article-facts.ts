import type { Article } from '#domain/article.js';
import { MissingRowError } from '#domain/errors.js';
import { indexSignature, indexTerms, indexThemes } from './article-indexes.js';
import { slimRow, textRow, toArticle, type ArticleRow, type SlimRow, type TextRow } from './article-row.js';
import type { Connection } from '../connection.js';
import { IN_LIST, assign, insertInto, list, listed } from '../sql.js';

/** Whole articles; a WHERE clause on `a` is to follow. */
export const ARTICLES = 'SELECT a.*, t.* FROM article a JOIN article_text t ON t.n = a.n';

const SLIM_COLUMNS = [
  'id',
  'url_key',
  'key_version',
  'merged_into',
  'source_id',
  'language',
  'window_at',
  'about',
  'themes',
  'polarity',
  'score_e4',
  'origin',
  'story_id',
  'analysis_version',
  'analysis_revision',
  'revision',
  'settled_version',
  'lease_until',
  'attempts',
  'error',
  'quarantined_version',
  'seq',
  'signature',
  'correction',
  'corrections',
] as const satisfies (keyof SlimRow)[];

const TEXT_COLUMNS = [
  'url',
  'title',
  'summary',
  'author',
  'stated_language',
  'published_at',
  'first_seen_at',
  'history',
  'seen_in',
  'terms',
  'analysis',
] as const satisfies (keyof TextRow)[];

const INSERT_SLIM = insertInto('article', SLIM_COLUMNS, 'ON CONFLICT DO NOTHING RETURNING n');
const INSERT_TEXT = insertInto('article_text', ['n', ...TEXT_COLUMNS]);

const REVISED_SLIM = ['source_id', 'revision'] as const satisfies (keyof SlimRow)[];

/** What begins anew with a higher revision. */
const BEGUN_ANEW = [
  'settled_version',
  'lease_until',
  'attempts',
  'error',
  'quarantined_version',
] as const satisfies (keyof SlimRow)[];

const REVISED_TEXT = [
  'url',
  'title',
  'summary',
  'author',
  'stated_language',
  'history',
  'seen_in',
  'terms',
] as const satisfies (keyof TextRow)[];

/** In an UPDATE the bare names are the stored row. A double stays as it was when it was found to be one. */
const REVISE_SLIM = `
UPDATE article SET ${assign(REVISED_SLIM)}, seq = seq + 1,
  ${BEGUN_ANEW.map((column) => `${column} = iif(:revision > revision, :${column}, ${column})`).join(', ')},
  language = iif(analysis_version IS NULL, :language, language)
WHERE id = :id AND seq = :seq AND merged_into IS NULL RETURNING n`;
const REVISE_TEXT = `UPDATE article_text SET ${assign(REVISED_TEXT)} WHERE n = :n`;

export function articlesByKeys(connection: Connection, urlKeys: string[]): Article[] {
  const rows = connection.all<ArticleRow>(`${ARTICLES} WHERE a.url_key ${IN_LIST}`, [list(urlKeys)]);
  return rows.map(toArticle);
}

export function articleById(connection: Connection, id: string): Article | null {
  const row = connection.get<ArticleRow>(`${ARTICLES} WHERE a.id = ?`, [id]);
  return row ? toArticle(row) : null;
}

export function insertArticles(connection: Connection, articles: Article[]): string[] {
  return connection.atomic(() => {
    const inserted = articles.filter((article) => insertArticle(connection, article));
    countArticles(connection, inserted.filter((article) => article.mergedInto === null).length);
    return inserted.map((article) => article.id);
  });
}

/** Changes the number of articles that are not doubles by `difference`. */
export function countArticles(connection: Connection, difference: number): void {
  connection.run("UPDATE counter SET value = value + ? WHERE name = 'articles'", [difference]);
}

function insertArticle(connection: Connection, article: Article): boolean {
  const slim = slimRow(article);
  const row = connection.get<{ n: number }>(INSERT_SLIM, slim);
  if (!row) return false;
  connection.run(INSERT_TEXT, { n: row.n, ...textRow(article) });
  if (article.mergedInto === null) indexTerms(connection, row.n, article.terms);
  const at = { n: row.n, id: article.id, windowAt: article.windowAt.getTime() };
  indexThemes(connection, at, [], listed(slim.themes));
  indexSignature(connection, at, [], article.analysis?.signature ?? []);
  return true;
}

export function reviseArticles(connection: Connection, articles: Article[]): string[] {
  return connection.atomic(() =>
    articles.filter((article) => reviseArticle(connection, article)).map((article) => article.id),
  );
}

function reviseArticle(connection: Connection, article: Article): boolean {
  const { id, seq, language } = article;
  const slim = { ...pick(slimRow(article), [...REVISED_SLIM, ...BEGUN_ANEW]), id, seq, language };
  const row = connection.get<{ n: number }>(REVISE_SLIM, slim);
  if (!row) return refuseWrite(connection, id);
  const text = pick(textRow(article), REVISED_TEXT);
  const sql = 'SELECT terms FROM article_text WHERE n = ?';
  const termsBefore = connection.get<{ terms: string }>(sql, [row.n])?.terms;
  connection.run(REVISE_TEXT, { n: row.n, ...text });
  if (text.terms !== termsBefore) indexTerms(connection, row.n, article.terms);
  return true;
}

/** False for an article that somebody else wrote meanwhile, and for a double. */
export function refuseWrite(connection: Connection, id: string): false {
  if (!connection.get('SELECT 1 FROM article WHERE id = ?', [id])) throw new MissingRowError('article', id);
  return false;
}

function pick<Row, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Row, Key>;
}
