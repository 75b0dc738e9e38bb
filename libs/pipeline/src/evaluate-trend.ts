import { advanceAlert, alertId } from '#alerts/advance-alert.js';
import { chooseAlert } from '#alerts/choose-alert.js';
import { findIncident, type Incident } from '#alerts/find-incident.js';
import { judgeDays, type Verdict } from '#alerts/judge-spike.js';
import type { Alert, SpikeAlert } from '#domain/alert.js';
import type { SpikeRule } from '#domain/alert-rules.js';
import type { ArticleCursor, ArticleQuery } from '#domain/article-query.js';
import { effectiveValues } from '#domain/correction.js';
import type { Job } from '#domain/job.js';
import type { AlertStore } from '#domain/ports/alert-store.js';
import type { ArticleStore } from '#domain/ports/article-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import type { LedgerRow } from '#domain/window.js';
import { dailyCounts } from './daily-counts.js';
import { deliverAlerts } from './deliver-alerts.js';
import type { PipelineDeps } from './deps.js';
import { rulesOf } from './watched-windows.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'alerts' | 'articles' | 'clock' | 'deliveries' | 'windows'>;

/** How far back an incident that is still going on may have begun. */
const LOOKBACK_DAYS = 60;

/** The newest alerts of a series that are looked through. */
const KNOWN_ALERTS = 50;

/** Articles kept as the evidence of one day. */
const EVIDENCE_ARTICLES = 10;
const EVIDENCE_PAGE = 500;

/**
 * Judges a closed day against the days before it: alerts first, then their deliveries, then the claim. A day waits
 * while an earlier one still has to be counted, since it would be judged against half a baseline.
 */
export async function evaluateTrend({ windowId }: { windowId: string }, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  const row = await deps.windows.get(windowId);
  if (!row || row.evaluated >= row.rolled || row.rolled < row.marked || row.end > now) return [];
  const [uncounted] = await deps.windows.outstanding({ work: 'count', now, limit: 1 });
  if (uncounted && uncounted.end < row.end) return [];

  const sends: Job[] = [];
  for (const rule of rulesOf(row, deps.alerting)) {
    const counts = await dailyCounts(rule, row, LOOKBACK_DAYS, deps.windows);
    for (const [theme, days] of counts)
      sends.push(...(await evaluateSeries(rule, theme, judgeDays(rule, days), row, deps)));
  }
  await deps.windows.evaluated(windowId, row.rolled);
  return sends;
}

async function evaluateSeries(
  rule: SpikeRule,
  series: string,
  verdicts: Verdict[],
  row: LedgerRow,
  deps: Deps,
): Promise<Job[]> {
  const verdict = verdicts.at(-1)!;
  const incident = findIncident(rule, verdicts);
  const articleIds = verdict.spike ? await evidenceIds(series, row, deps.articles) : [];
  const seen = { rule, series, incident, verdict, end: row.end, articleIds, now: deps.clock.now() };
  const known = await knownAlerts(rule, series, incident, deps.alerts);
  const { alert, overtaken } = chooseAlert(known, seen);
  const next = advanceAlert(alert, seen);
  for (const changed of [overtaken, next]) {
    if (changed && !(await deps.alerts.save(changed)))
      throw new Error(`the alert of ${series} changed while it was saved`);
  }
  return deliverAlerts(latest(known, [overtaken, next]), deps);
}

/** The open alert, that of the incident, and the newest ones: all that a day's figures may belong to. */
async function knownAlerts(
  rule: SpikeRule,
  series: string,
  incident: Incident | null,
  alerts: AlertStore,
): Promise<SpikeAlert[]> {
  const open = await alerts.openFor(rule.id, series);
  const named = incident && (await alerts.get(alertId(rule, series, incident)));
  const { alerts: newest } = await alerts.page({ series: [series], limit: KNOWN_ALERTS });
  return latest(
    newest.filter(({ ruleId }) => ruleId === rule.id),
    [named, open],
  );
}

/** The alerts by id, with those that `changes` has in their later state. */
function latest(alerts: Alert[], changes: (Alert | null)[]): SpikeAlert[] {
  const all = [...alerts, ...changes.filter((change) => change !== null)].filter(isSpike);
  return [...new Map(all.map((alert) => [alert.id, alert])).values()];
}

const isSpike = (alert: Alert): alert is SpikeAlert => alert.kind === 'spike';

/** The negative stories of the day and theme, the most negative first. */
async function evidenceIds(series: string, row: LedgerRow, articles: ArticleStore): Promise<string[]> {
  const query: ArticleQuery = {
    ...(series !== ALL_THEMES && { themes: [series] }),
    ...{ abouts: ['both'], polarity: ['negative'], from: row.start, to: row.end, limit: EVIDENCE_PAGE },
  };
  const found: { id: string; score: number }[] = [];
  let after: ArticleCursor | null = null;
  do {
    const page = await articles.page({ ...query, ...(after && { after }) });
    const origins = page.articles.filter(({ story }) => story?.origin !== false);
    found.push(
      ...origins.map(({ id, analysis, correction }) => ({
        id,
        score: (analysis && effectiveValues(analysis, correction).scoreE4) ?? 0,
      })),
    );
    after = page.next;
  } while (after);
  found.sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  return found.slice(0, EVIDENCE_ARTICLES).map(({ id }) => id);
}
