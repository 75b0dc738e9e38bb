import { addTally, emptyTally, type Tally } from '#domain/tally.js';
import type { PointSums, SeriesSums } from './build-series.js';
import { figuresOf } from './trend-point.js';

/** `mean` is the deviation of the scored articles from what their sources and theme let expect, in [-3, 3]. */
export type AdjustedTone = { mean: number | null; scored: number };

/** What tells the group of a source in the series that was asked for, null where it has none. */
export type GroupOf = (source: string) => string | null;

/**
 * Tone without what is usual for the outlet and for the theme. The tone to be expected of an article is, in an additive
 * model of two factors, the mean of its source + the mean of its theme − the mean of all, each over the whole span of
 * `bySource` and under its filter. A point's deviation is the mean of score − expected over its scored articles.
 */
export class ToneBaseline {
  private readonly overall = emptyTally();
  private readonly sources = new Map<string, Tally>();
  private readonly themes = new Map<string, Tally>();

  /** Series of each theme by source. */
  constructor(private readonly bySource: readonly SeriesSums[]) {
    const [first] = bySource;
    for (const { theme, group, points } of bySource) {
      for (const point of points) {
        addTo(this.themes, theme, point.counts.all);
        if (theme !== first?.theme) continue;
        addTo(this.sources, group ?? '', point.total);
        addTally(this.overall, point.total);
      }
    }
  }

  /** The deviation of the points of one series, by the start of their buckets in milliseconds. */
  adjust(
    theme: string,
    group: string | null,
    groupOf: GroupOf,
  ): (start: number, end: number) => AdjustedTone {
    const own = this.bySource.filter(
      (series) => series.theme === theme && groupOf(series.group ?? '') === group,
    );
    return (start, end) => {
      let [deviation, scored] = [0, 0];
      for (const { group: source, points } of own) {
        const tally = within(points, start, end);
        if (tally.scored === 0) continue;
        const { mean } = figuresOf(tally);
        deviation += (mean! - this.expected(source ?? '', theme)) * tally.scored;
        scored += tally.scored;
      }
      return { mean: scored === 0 ? null : deviation / scored, scored };
    };
  }

  private expected(source: string, theme: string): number {
    const meanOf = (tally: Tally | undefined) => figuresOf(tally ?? emptyTally()).mean ?? 0;
    return meanOf(this.sources.get(source)) + meanOf(this.themes.get(theme)) - meanOf(this.overall);
  }
}

function within(points: readonly PointSums[], start: number, end: number): Tally {
  const tally = emptyTally();
  for (const { bucket, counts } of points) {
    const at = bucket.start.getTime();
    if (at >= start && at < end) addTally(tally, counts.all);
  }
  return tally;
}

function addTo(tallies: Map<string, Tally>, name: string, tally: Tally): void {
  const known = tallies.get(name);
  if (known) addTally(known, tally);
  else tallies.set(name, { ...tally });
}
