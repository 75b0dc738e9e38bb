import type { ThemeComparison } from '#usecases/analyse/compare-themes.js';
import { alignRows } from './align-rows.js';

/** How many texts have each theme before and after a change of the taxonomy, as a table. */
export function describeComparison({
  tallies,
  texts,
  changed,
}: Pick<ThemeComparison, 'tallies' | 'texts' | 'changed'>): string {
  const rows = [...tallies].map(([theme, { before, after, gained, lost }]) => [
    theme,
    ...[before, after].map(String),
    gained > 0 ? `+${gained}` : '0',
    lost > 0 ? `−${lost}` : '0',
  ]);
  const table = alignRows([['theme', 'before', 'after', 'gained', 'lost'], ...rows]);
  return `${table}\n\n${changed} of ${texts} ${texts === 1 ? 'text has' : 'texts have'} other themes than before.`;
}
