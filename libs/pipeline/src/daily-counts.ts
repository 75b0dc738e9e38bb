import type { DayCount } from '#alerts/judge-spike.js';
import type { SpikeRule } from '#domain/alert-rules.js';
import type { WindowStore } from '#domain/ports/window-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import { dayAfter, type Window } from '#domain/window.js';
import type { RecordAbout, TimedRecord } from '#domain/window-record.js';

/**
 * The days up to `last` of every theme that the rule watches, oldest first, without gaps: `lookback` days to judge and
 * the baseline before them. Stories are counted once, and only articles about both states.
 */
export async function dailyCounts(
  rule: SpikeRule,
  last: Window,
  lookback: number,
  windows: WindowStore,
): Promise<Map<string, DayCount[]>> {
  const days = daysUpTo(last, rule.baselineDays + lookback);
  const series = [...new Set([...rule.themes, ALL_THEMES])].map((theme) => ({
    theme,
    about: 'both' as RecordAbout,
  }));
  const records = await windows.records({
    granularity: 'day',
    zone: rule.zone,
    from: days[0]!.start,
    to: last.end,
    series: [...series, { theme: ALL_THEMES, about: 'any' }],
    group: null,
  });
  const byKey = new Map(
    records.map((record) => [keyOf(record.windowId, record.theme, record.about), record]),
  );
  return new Map(rule.themes.map((theme) => [theme, days.map((day) => countOf(day, theme, byKey))]));
}

function daysUpTo(last: Window, count: number): Window[] {
  return Array.from({ length: count }, (_, i) => dayAfter(last, i - count + 1));
}

function countOf(day: Window, theme: string, records: Map<string, TimedRecord>): DayCount {
  const origins = records.get(keyOf(day.id, theme, 'both'))?.totals.origins;
  const stored = records.get(keyOf(day.id, ALL_THEMES, 'any'))?.totals.all.count ?? 0;
  return {
    windowId: day.id,
    start: day.start,
    negative: origins?.negative ?? 0,
    count: origins?.count ?? 0,
    observed: stored > 0,
  };
}

const keyOf = (windowId: string, theme: string, about: RecordAbout): string =>
  `${windowId} ${theme} ${about}`;
