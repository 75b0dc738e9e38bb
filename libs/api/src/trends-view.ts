import type { SeriesSums } from '#trends/build-series.js';
import { pointOf, sumPoints } from '#trends/trend-point.js';
import type { Trends } from '#usecases/read-trends.js';
import type { TrendsView } from './trends-schema.js';

export function trendsView({ query, series, version, versions }: Trends): TrendsView {
  return {
    from: query.from.toISOString(),
    to: query.to.toISOString(),
    interval: query.interval,
    zone: query.zone,
    about: query.abouts,
    analysis: { version, counted: versions },
    series: series.map((one) => seriesView(one, query)),
  };
}

function seriesView(
  { theme, group, points }: SeriesSums,
  span: { from: Date; to: Date },
): TrendsView['series'][number] {
  const {
    start: _start,
    end: _end,
    open: _open,
    ...sum
  } = pointOf(sumPoints(points, { start: span.from, end: span.to }));
  return { theme, group, sum, points: points.map(pointOf) };
}
