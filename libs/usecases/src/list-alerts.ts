import type { AlertPage, AlertQuery } from '#domain/ports/alert-store.js';
import { feedOfSeries } from '#domain/alert.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import { refuseUnknown } from './coverage-filter.js';
import type { UseCaseDeps } from './use-case-deps.js';

/** One page of alerts, newest first. Throws InvalidRequestError for a theme or feed that is not known. */
export async function listAlerts(
  query: AlertQuery,
  { stores, taxonomy }: Pick<UseCaseDeps, 'stores' | 'taxonomy'>,
): Promise<AlertPage> {
  const themes = [ALL_THEMES, ...taxonomy.themes.map(({ id }) => id)];
  const asked = query.series ?? [];
  for (const theme of asked.filter((series) => feedOfSeries(series) === null))
    refuseUnknown('theme', theme, themes, '/api/v1/themes');
  const feeds = asked.map(feedOfSeries).filter((id) => id !== null);
  const known = feeds.length > 0 ? (await stores.feeds.list()).map(({ id }) => id) : [];
  for (const feed of feeds) refuseUnknown('feed', feed, known, '/api/v1/feeds');
  return stores.alerts.page(query);
}
