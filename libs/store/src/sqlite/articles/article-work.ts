import type { Article } from '#domain/article.js';
import { MissingRowError } from '#domain/errors.js';
import type { SettleEntry } from '#domain/ports/article-store.js';
import { ARTICLES } from './article-facts.js';
import { toArticle, type ArticleRow } from './article-row.js';
import type { Connection } from '../connection.js';
import { IN_LIST, list, msOf } from '../sql.js';
import { versionsBelow } from './versions-below.js';

type Unsettled = { id: string; attempts: number; window_at: number };

const FREE_AT_DONE_VERSION = `
SELECT id, attempts, window_at FROM article INDEXED BY article_done
WHERE done_version = ? AND (lease_until IS NULL OR lease_until <= ?)
ORDER BY window_at DESC, id DESC LIMIT ?`;

/** The plus keeps the planner from walking all that is unsettled in place of looking up the ids. */
const CLAIM = `
UPDATE article SET lease_until = :until, attempts = attempts + 1
WHERE id IN (SELECT value FROM json_each(:ids)) AND +done_version < :version
  AND (lease_until IS NULL OR lease_until <= :now)
RETURNING n`;

const QUARANTINE = `
UPDATE article SET quarantined_version = ?, lease_until = NULL, attempts = 0 WHERE id ${IN_LIST}`;

const RELEASE = `
UPDATE article SET quarantined_version = NULL, lease_until = NULL, attempts = 0 WHERE id = ?`;

const READ_SO = `revision = :revision AND analysis_revision = :revision AND analysis_version = :version
  AND corrections = :corrections`;

/** What a settled article needs no more, the next version begins anew with. */
const SETTLE = `
UPDATE article SET settled_version = :version, lease_until = NULL, attempts = 0, error = NULL, quarantined_version = NULL
WHERE id = :id AND settled_version < :version AND ${READ_SO}`;

const IS_SETTLED = `SELECT 1 FROM article WHERE id = :id AND settled_version = :version AND ${READ_SO}`;

/**
 * Reads the index once for each version below, of which there are few, so that the cost depends on `limit` alone,
 * however many articles are settled and however many are not.
 */
export function unsettledArticles(
  connection: Connection,
  ask: { version: number; now: Date; limit: number },
): { id: string; attempts: number }[] {
  const found = versionsBelow(connection, 'done_version', ask.version).flatMap((done) =>
    connection.all<Unsettled>(FREE_AT_DONE_VERSION, [done, msOf(ask.now), ask.limit]),
  );
  return found
    .sort((a, b) => b.window_at - a.window_at || (a.id > b.id ? -1 : 1))
    .slice(0, ask.limit)
    .map(({ id, attempts }) => ({ id, attempts }));
}

export function claimArticles(
  connection: Connection,
  ids: string[],
  ask: { version: number; now: Date; until: Date },
): Article[] {
  return connection.atomic(() => {
    const params = { ids: list(ids), version: ask.version, now: msOf(ask.now), until: msOf(ask.until) };
    const claimed = connection.all<{ n: number }>(CLAIM, params);
    const sql = `${ARTICLES} WHERE a.n ${IN_LIST}`;
    return connection.all<ArticleRow>(sql, [list(claimed.map((row) => row.n))]).map(toArticle);
  });
}

export function failArticle(connection: Connection, id: string, error: string): void {
  const changed = connection.run('UPDATE article SET error = ? WHERE id = ?', [error, id]);
  if (changed === 0) throw new MissingRowError('article', id);
}

export function quarantineArticles(connection: Connection, ids: string[], version: number): void {
  connection.run(QUARANTINE, [version, list(ids)]);
}

export function releaseArticle(connection: Connection, id: string): void {
  if (connection.run(RELEASE, [id]) === 0) throw new MissingRowError('article', id);
}

export function settleArticles(connection: Connection, entries: SettleEntry[]): string[] {
  return connection.atomic(() =>
    entries.filter((entry) => settleArticle(connection, entry)).map((entry) => entry.id),
  );
}

function settleArticle(
  connection: Connection,
  { id, revision, version, corrections = 0 }: SettleEntry,
): boolean {
  const params = { id, revision, version, corrections };
  return connection.run(SETTLE, params) === 1 || connection.get(IS_SETTLED, params) !== undefined;
}
