import { advanceAlert, alertId, DELIVERABLE_MS, sharesDays } from '#alerts/advance-alert.js';
import { findIncident, type Incident } from '#alerts/find-incident.js';
import { judgeDays, type Verdict } from '#alerts/judge-spike.js';
import { planDeliveries } from '#alerts/plan-deliveries.js';
import type { Alert } from '#domain/alert.js';
import type { SpikeRule } from '#domain/alert-rules.js';
import type { Job } from '#domain/job.js';
import type { LedgerRow } from '#domain/window.js';
import { dailyCounts } from './daily-counts.js';
import type { PipelineDeps } from './deps.js';
import { sendJob } from './next-jobs.js';
import { rulesOf } from './watched-windows.js';

type Deps = Pick<PipelineDeps, 'alerting' | 'alerts' | 'articles' | 'clock' | 'deliveries' | 'windows'>;

/** How far back an incident that is still going on may have begun. */
const LOOKBACK_DAYS = 60;

/** Alerts of a series among which one that shares days with an incident is looked for. */
const KNOWN_ALERTS = 100;

/** Articles kept as the evidence of one day. */
const EVIDENCE_ARTICLES = 10;

/**
 * Judges a closed day against the days before it: alerts first, then their deliveries, then the claim. A day waits
 * while an earlier one still has to be counted, since it would be judged against half a baseline.
 */
export async function evaluateTrend({ windowId }: { windowId: string }, deps: Deps): Promise<Job[]> {
  const now = deps.clock.now();
  const row = await deps.windows.get(windowId);
  if (!row || row.evaluated >= row.rolled || row.rolled < row.marked || row.end > now) return [];
  const [earliest] = await deps.windows.outstanding({ now, limit: 1 });
  if (earliest && earliest.end < row.end && earliest.rolled < earliest.marked) return [];

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
  const now = deps.clock.now();
  const alert = await alertOf(rule, series, incident, row, deps);
  const articleIds = verdict.spike ? await evidenceIds(series, row, deps) : [];
  const next = advanceAlert(alert, { rule, series, incident, verdict, end: row.end, articleIds, now });
  if (next && !(await deps.alerts.save(next)))
    throw new Error(`the alert of ${series} changed while it was saved`);
  return deliver(next ?? alert, deps);
}

/** The alert of the incident, by its first day or by days they share, else for a recent day the one that is open. */
async function alertOf(
  rule: SpikeRule,
  series: string,
  incident: Incident | null,
  row: LedgerRow,
  { alerts, clock }: Deps,
): Promise<Alert | null> {
  const own = incident && (await alerts.get(alertId(rule, series, incident)));
  if (own) return own;
  const { alerts: known } = await alerts.page({ series: [series], limit: KNOWN_ALERTS });
  const shared = known.find((alert) => alert.ruleId === rule.id && incident && sharesDays(alert, incident));
  const recent = row.end.getTime() >= clock.now().getTime() - DELIVERABLE_MS;
  return shared ?? (recent ? alerts.openFor(rule.id, series) : null);
}

async function deliver(alert: Alert | null, { alerting, clock, deliveries }: Deps): Promise<Job[]> {
  const planned = alert ? planDeliveries(alert, alerting.subscriptions, clock.now()) : [];
  if (planned.length === 0) return [];
  await deliveries.addMissing(planned);
  return planned.map(({ id }) => sendJob(id));
}

/** The negative articles of the day and theme, the most negative first. */
async function evidenceIds(series: string, row: LedgerRow, { articles }: Deps): Promise<string[]> {
  const theme = series === 'all' ? {} : { themes: [series] };
  const page = await articles.page({
    ...theme,
    abouts: ['both'],
    polarity: ['negative'],
    from: row.start,
    to: row.end,
    limit: 200,
  });
  const scoreOf = (article: (typeof page.articles)[number]): number =>
    article.analysis?.sentiment.scored ? article.analysis.sentiment.score : 0;
  return page.articles
    .sort((a, b) => scoreOf(a) - scoreOf(b) || (a.id < b.id ? -1 : 1))
    .slice(0, EVIDENCE_ARTICLES)
    .map(({ id }) => id);
}
