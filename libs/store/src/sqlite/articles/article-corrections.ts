import type { Correction } from '#domain/correction.js';
import { refuseWrite } from './article-facts.js';
import { indexThemes } from './article-indexes.js';
import { toAnalysis } from './article-row.js';
import { correctionJson, effectiveRow } from './correction-row.js';
import type { Connection } from '../connection.js';
import { assign, listed } from '../sql.js';

const BEFORE = `
SELECT a.n, a.window_at, a.themes, t.analysis FROM article a JOIN article_text t ON t.n = a.n
WHERE a.id = ? AND a.corrections = ? AND a.merged_into IS NULL`;
type Before = { n: number; window_at: number; themes: string; analysis: string | null };

const CORRECT = `
UPDATE article SET ${assign(['correction', 'about', 'themes', 'polarity', 'score_e4'])}, corrections = corrections + 1,
  settled_version = 0, lease_until = NULL, attempts = 0, error = NULL, quarantined_version = NULL
WHERE n = :n`;

export function correctArticle(
  connection: Connection,
  id: string,
  correction: Correction | null,
  corrections: number,
): boolean {
  return connection.atomic(() => {
    const before = connection.get<Before>(BEFORE, [id, corrections]);
    if (!before) return refuseWrite(connection, id);
    const { n, window_at: windowAt } = before;
    const row = effectiveRow(toAnalysis(before.analysis), correction);
    connection.run(CORRECT, { n, correction: correctionJson(correction), ...row });
    indexThemes(connection, { n, id, windowAt }, listed(before.themes), listed(row.themes));
    return true;
  });
}
