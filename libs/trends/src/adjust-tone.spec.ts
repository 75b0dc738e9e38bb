import { emptyTally, type Tally } from '#domain/tally.js';
import fc from 'fast-check';
import { ToneBaseline } from './adjust-tone.js';
import type { SeriesSums } from './build-series.js';

const DAY = 86_400_000;
/** Tallies of scored articles, each of its own score. */
const tally = (...scores: number[]): Tally => ({
  ...emptyTally(),
  ...{ count: scores.length, scored: scores.length },
  sum: Math.round(scores.reduce((sum, score) => sum + score, 0) * 10_000),
});
/** A series of days of one theme by source; `all` is what the source has of all themes on the same days. */
const series = (theme: string, group: string, days: number[][], all: number[][] = days): SeriesSums => ({
  theme,
  group,
  points: days.map((scores, day) => ({
    bucket: { start: new Date(day * DAY), end: new Date((day + 1) * DAY) },
    counts: { all: tally(...scores), origins: emptyTally() },
    total: tally(...(all[day] ?? [])),
    volume: emptyTally(),
    open: false,
  })),
});
const whole = () => null;

describe('tone without what is usual', () => {
  it('is nothing where an outlet writes as it always does', () => {
    const gloomy = series('all', 'gloomy', [[-0.5], [-0.5], [-0.5]]);
    const sunny = series('all', 'sunny', [[0.5], [0.5], [0.5]]);
    const adjust = new ToneBaseline([gloomy, sunny]).adjust('all', null, whole);
    expect(adjust(0, DAY)).toEqual({ mean: 0, scored: 2 });
  });

  it('does not change because a gloomy outlet wrote more than usual', () => {
    const gloomy = series('all', 'gloomy', [[-0.5], [-0.5, -0.5, -0.5]]);
    const sunny = series('all', 'sunny', [[0.5], [0.5]]);
    const adjust = new ToneBaseline([gloomy, sunny]).adjust('all', null, whole);
    expect(adjust(DAY, 2 * DAY)).toEqual({ mean: 0, scored: 4 });
  });

  it('shows by how much an outlet is darker than its own mean', () => {
    const one = series('all', 'one', [[0], [0], [-0.9]]);
    const adjust = new ToneBaseline([one]).adjust('all', 'one', (source) => source);
    expect(adjust(2 * DAY, 3 * DAY).mean).toBeCloseTo(-0.6, 10);
    expect(adjust(0, DAY).mean).toBeCloseTo(0.3, 10);
  });

  it('takes off what is usual for the theme as well', () => {
    const days = [[-0.5], [-0.5]];
    const all = [
      [-0.5, 0.5],
      [-0.5, 0.5],
    ];
    const attacks = [series('attacks', 'a', days, all), series('attacks', 'b', days, all)];
    const adjust = new ToneBaseline(attacks).adjust('attacks', null, whole);
    expect(adjust(0, DAY)).toEqual({ mean: 0, scored: 2 });
  });

  it('has no figure where nothing is scored, and tells groups apart', () => {
    const baseline = new ToneBaseline([series('all', 'a', [[0.4], []]), series('all', 'b', [[-0.4], []])]);
    const of = (group: string) => baseline.adjust('all', group, (source) => source);
    expect(of('a')(DAY, 2 * DAY)).toEqual({ mean: null, scored: 0 });
    expect(of('a')(0, DAY)).toEqual({ mean: 0, scored: 1 });
    expect(of('nobody')(0, DAY)).toEqual({ mean: null, scored: 0 });
  });

  it('is nothing over the whole baseline, whatever was written', () => {
    const scores = fc.array(
      fc.array(
        fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
        { maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 4 }), (bySource) => {
        const all = bySource.map((days, index) => series('all', `s${index}`, days));
        const { mean, scored } = new ToneBaseline(all).adjust('all', null, whole)(0, 10 * DAY);
        if (scored === 0) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(0, 9);
      }),
    );
  });
});
