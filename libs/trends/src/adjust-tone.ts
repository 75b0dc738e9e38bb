import { SCORE_UNIT } from '#domain/score.js';
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

  /** The deviation of one series from the start of a bucket up to that of another, or to the end; in milliseconds. */
  adjust(
    theme: string,
    group: string | null,
    groupOf: GroupOf,
  ): (start: number, end: number) => AdjustedTone {
    const own = this.bySource
      .filter((series) => series.theme === theme && groupOf(series.group ?? '') === group)
      .map(({ group: source, points }) => ({
        expected: this.expected(source ?? '', theme),
        within: cumulated(points),
      }));
    return (start, end) => {
      let [deviation, scored] = [0, 0];
      for (const { expected, within } of own) {
        const found = within(start, end);
        deviation += found.score - expected * found.scored;
        scored += found.scored;
      }
      return { mean: scored === 0 ? null : deviation / scored, scored };
    };
  }

  private expected(source: string, theme: string): number {
    const meanOf = (tally: Tally | undefined) => figuresOf(tally ?? emptyTally()).mean ?? 0;
    return meanOf(this.sources.get(source)) + meanOf(this.themes.get(theme)) - meanOf(this.overall);
  }
}

type Scored = { score: number; scored: number };

/** The sum of scores, and of how many, between the starts of two buckets; summed up once, not anew for each. */
function cumulated(points: readonly PointSums[]): (start: number, end: number) => Scored {
  const sums: Scored[] = [{ score: 0, scored: 0 }];
  for (const { counts } of points) {
    const { score, scored } = sums.at(-1)!;
    sums.push({ score: score + counts.all.sum, scored: scored + counts.all.scored });
  }
  const places = new Map(points.map(({ bucket }, i) => [bucket.start.getTime(), i]));
  const sumsBefore = (at: number) => sums[places.get(at) ?? points.length]!;
  return (start, end) => {
    const [from, to] = [sumsBefore(start), sumsBefore(end)];
    return { score: (to.score - from.score) / SCORE_UNIT, scored: to.scored - from.scored };
  };
}

function addTo(tallies: Map<string, Tally>, name: string, tally: Tally): void {
  const known = tallies.get(name);
  if (known) addTally(known, tally);
  else tallies.set(name, { ...tally });
}
