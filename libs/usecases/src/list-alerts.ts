import type { AlertPage, AlertQuery } from '#domain/ports/alert-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import { refuseUnknown } from './coverage-filter.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** One page of alerts, newest first. Throws InvalidRequestError for a theme that is not known. */
export async function listAlerts(
  query: AlertQuery,
  { stores, taxonomy }: Pick<UseCaseDeps, 'stores' | 'taxonomy'>,
): Promise<AlertPage> {
  const themes = [ALL_THEMES, ...taxonomy.themes.map(({ id }) => id)];
  for (const theme of query.series ?? []) refuseUnknown('theme', theme, themes, '/api/v1/themes');
  return stores.alerts.page(query);
}
