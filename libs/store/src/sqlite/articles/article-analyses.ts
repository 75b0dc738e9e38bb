import type { About, Analysis, Polarity } from '#domain/analysis.js';
import type { CountedArticle } from '#domain/article.js';
import { indexSignature, indexThemes } from './article-indexes.js';
import { toCorrection } from './correction-row.js';
import { analysisRow } from './article-row.js';
import type { Connection } from '../connection.js';
import { assign, listed, msOf } from '../sql.js';

type Before = {
  n: number;
  window_at: number;
  revision: number;
  analysis_version: number | null;
  themes: string;
  signature: string;
  correction: string | null;
};

const READ = `
SELECT n, window_at, revision, analysis_version, themes, signature, correction FROM article
WHERE id = ? AND merged_into IS NULL`;

const WRITE = `UPDATE article SET ${assign([
  'language',
  'about',
  'themes',
  'polarity',
  'score_e4',
  'analysis_version',
  'analysis_revision',
  'signature',
])} WHERE n = :n`;

type CountedRow = {
  id: string;
  source_id: string;
  language: string;
  about: About;
  themes: string;
  polarity: Polarity | null;
  score_e4: number | null;
  origin: number | null;
  analysis_version: number;
};

const IN_WINDOW = `
SELECT id, source_id, language, about, themes, polarity, score_e4, origin, analysis_version
FROM article INDEXED BY article_window
WHERE window_at >= ? AND window_at < ? AND analysis_version IS NOT NULL`;

export function saveAnalyses(
  connection: Connection,
  entries: { id: string; analysis: Analysis }[],
): string[] {
  return connection.atomic(() =>
    entries.filter(({ id, analysis }) => saveAnalysis(connection, id, analysis)).map((entry) => entry.id),
  );
}

function saveAnalysis(connection: Connection, id: string, analysis: Analysis): boolean {
  const before = connection.get<Before>(READ, [id]);
  if (!before || before.revision !== analysis.revision) return false;
  if ((before.analysis_version ?? 0) > analysis.version) return false;
  const { n, window_at: windowAt } = before;
  const row = analysisRow(analysis, toCorrection(before.correction));
  connection.run(WRITE, { n, language: analysis.language, ...row });
  connection.run('UPDATE article_text SET analysis = ? WHERE n = ?', [JSON.stringify(analysis), n]);
  indexThemes(connection, { n, id, windowAt }, listed(before.themes), listed(row.themes));
  indexSignature(connection, { n, id, windowAt }, listed(before.signature), analysis.signature);
  return true;
}

/** One range of the narrow table. An article that no story has taken in yet is not known to be a reprint. */
export function countedInWindow(connection: Connection, from: Date, to: Date): CountedArticle[] {
  return connection.all<CountedRow>(IN_WINDOW, [msOf(from), msOf(to)]).map((row) => ({
    id: row.id,
    sourceId: row.source_id,
    language: row.language,
    about: row.about,
    themes: listed(row.themes),
    polarity: row.polarity,
    scoreE4: row.score_e4,
    origin: row.origin !== 0,
    version: row.analysis_version,
  }));
}
