import type { Trends } from '#usecases/read-trends.js';
import type { TrendsView } from './trends-schema.js';

export function trendsView({ query, baseline, series, version, versions }: Trends): TrendsView {
  return {
    from: query.from.toISOString(),
    to: query.to.toISOString(),
    interval: query.interval,
    zone: query.zone,
    about: query.abouts,
    baseline: baseline && { from: baseline.from.toISOString(), to: baseline.to.toISOString() },
    analysis: { version, counted: versions },
    series: series.map(
      ({ theme, group, sum: { start: _start, end: _end, open: _open, ...sum }, points }) => ({
        theme,
        group,
        sum,
        points,
      }),
    ),
  };
}
