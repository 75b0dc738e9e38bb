import type { Article } from '#domain/article.js';
import { MissingRowError } from '#domain/errors.js';
import { retiredKey, SETTLED_FOR_GOOD } from '../../retired.js';
import { ARTICLES, countArticles } from './article-facts.js';
import { indexSignature, indexThemes, unindexTerms } from './article-indexes.js';
import { analysisRow, toArticle, type ArticleRow } from './article-row.js';
import type { Connection } from '../connection.js';
import { assign, listed } from '../sql.js';
import { versionsBelow } from './versions-below.js';

const KEYED_AT = `${ARTICLES} WHERE a.key_version = ? ORDER BY a.id LIMIT ?`;

/** OR IGNORE, since another article may have the key. */
const REKEY = `
UPDATE OR IGNORE article SET url_key = :urlKey, key_version = :keyVersion, seq = seq + 1
WHERE id = :id AND seq = :seq`;

const BEFORE = 'SELECT n, window_at, merged_into, themes, signature FROM article WHERE id = ?';
type Before = {
  n: number;
  window_at: number;
  merged_into: string | null;
  themes: string;
  signature: string;
};

const NO_ANALYSIS = analysisRow(null, null);
const RETIRE = `
UPDATE article SET url_key = :urlKey, merged_into = :into, seq = seq + 1, settled_version = ${SETTLED_FOR_GOOD},
  ${assign(Object.keys(NO_ANALYSIS))}, story_id = NULL, origin = NULL,
  lease_until = NULL, attempts = 0, error = NULL, quarantined_version = NULL,
  language = (SELECT stated_language FROM article_text t WHERE t.n = article.n)
WHERE n = :n`;

/** One range of the index for each version below, so that the cost depends on `limit` alone. */
export function articlesKeyedBelow(connection: Connection, version: number, limit: number): Article[] {
  return versionsBelow(connection, 'key_version', version)
    .flatMap((below) => connection.all<ArticleRow>(KEYED_AT, [below, limit]))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(toArticle);
}

export function rekeyArticle(
  connection: Connection,
  { id, urlKey, keyVersion, seq }: Pick<Article, 'id' | 'urlKey' | 'keyVersion' | 'seq'>,
): boolean {
  return connection.run(REKEY, { id, urlKey, keyVersion, seq }) === 1;
}

export function retireArticle(connection: Connection, id: string, into: string): void {
  connection.atomic(() => {
    const before = connection.get<Before>(BEFORE, [id]);
    if (!before) throw new MissingRowError('article', id);
    const { n, window_at: windowAt } = before;
    connection.run(RETIRE, { ...NO_ANALYSIS, n, into, urlKey: retiredKey(id) });
    connection.run('UPDATE article_text SET analysis = NULL WHERE n = ?', [n]);
    indexThemes(connection, { n, id, windowAt }, listed(before.themes), []);
    indexSignature(connection, { n, id, windowAt }, listed(before.signature), []);
    unindexTerms(connection, n);
    if (before.merged_into === null) countArticles(connection, -1);
  });
}
