/** How tags and polarity are measured against a labelled sample. Shares and F1 lie in [0, 1]; NaN is what has no cases. */
import { seededRandom } from '../../dist/apps/demo/src/seeded-random.js';

export const POLARITIES = ['negative', 'neutral', 'positive'];
/** Labelled titles from which a theme is in the macro average: fewer say little. */
export const ENOUGH_TITLES = 8;
/** Resamples of a bootstrap, and the part that is cut off at either end of them. */
const RESAMPLES = 2_000;
const TAIL = 0.025;

/** Counts of one class: true positives, false positives, false negatives. */
const none = () => ({ tp: 0, fp: 0, fn: 0 });
export const precisionOf = ({ tp, fp }) => tp / (tp + fp);
export const recallOf = ({ tp, fn }) => tp / (tp + fn);
export const f1Of = ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn);

/** The mean of what has a value. */
function mean(values) {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** By theme, in order of id, over all that are labelled or found. */
export function countThemes(rows) {
  const counts = new Map();
  const countOf = (theme) => counts.get(theme) ?? counts.set(theme, none()).get(theme);
  for (const { gold, found } of rows) {
    for (const theme of gold) countOf(theme)[found.has(theme) ? 'tp' : 'fn'] += 1;
    for (const theme of found) if (!gold.has(theme)) countOf(theme).fp += 1;
  }
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function totalOf(counts) {
  const total = none();
  for (const { tp, fp, fn } of counts) {
    total.tp += tp;
    total.fp += fp;
    total.fn += fn;
  }
  return total;
}

/** Of all pairs of a title and a theme together. */
export const microF1 = (rows) => f1Of(totalOf(countThemes(rows).values()));

/** Themes that enough titles have. */
export function oftenLabelled(rows) {
  return [...countThemes(rows)].filter(([, { tp, fn }]) => tp + fn >= ENOUGH_TITLES).map(([theme]) => theme);
}

/** By labelled polarity, how often each was found by `key`. */
export function confusionOf(rows, key = 'foundPolarity') {
  const confusion = Object.fromEntries(
    POLARITIES.map((gold) => [gold, Object.fromEntries(POLARITIES.map((found) => [found, 0]))]),
  );
  for (const row of rows) confusion[row.polarity][row[key]] += 1;
  return confusion;
}

/** The mean F1 of the three polarities, those left out that are neither labelled nor found. */
export function polarityF1(rows, key = 'foundPolarity') {
  const confusion = confusionOf(rows, key);
  return mean(
    POLARITIES.map((one) => {
      const tp = confusion[one][one];
      const found = POLARITIES.reduce((sum, gold) => sum + confusion[gold][one], 0);
      const gold = POLARITIES.reduce((sum, other) => sum + confusion[one][other], 0);
      return f1Of({ tp, fp: found - tp, fn: gold - tp });
    }),
  );
}

/** Every figure of a sample by name; `often` are the themes of the macro average. */
function figuresOf(rows, often) {
  const counts = countThemes(rows);
  const total = totalOf(counts.values());
  const unrelated = rows.filter(({ gold }) => gold.size === 0);
  return {
    precision: precisionOf(total),
    recall: recallOf(total),
    microF1: f1Of(total),
    macroF1: mean(often.map((theme) => f1Of(counts.get(theme) ?? none()))),
    macroF1All: mean([...counts.values()].map(f1Of)),
    unrelatedFiring: unrelated.filter(({ fires }) => fires).length / unrelated.length,
    polarityF1: polarityF1(rows),
    winkPolarityF1: polarityF1(rows, 'winkPolarity'),
    ...Object.fromEntries([...counts].map(([theme, count]) => [`theme ${theme}`, f1Of(count)])),
  };
}

/** Every figure of a sample with its 95 % interval: `{ value, low, high }`. */
export function measure(rows) {
  const often = oftenLabelled(rows);
  const resampled = bootstrap(rows, (resample) => figuresOf(resample, often));
  return Object.fromEntries(
    Object.entries(figuresOf(rows, often)).map(([name, value]) => {
      const values = resampled
        .map((figures) => figures[name] ?? NaN)
        .filter((one) => !Number.isNaN(one))
        .sort((one, other) => one - other);
      const at = (share) => values[Math.round(share * (values.length - 1))] ?? NaN;
      return [name, { value, low: at(TAIL), high: at(1 - TAIL) }];
    }),
  );
}

/**
 * The percentile bootstrap over titles: samples of the same size are drawn with replacement, the same ones in every run
 * (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 */
function bootstrap(rows, figures) {
  const random = seededRandom('accuracy');
  return Array.from({ length: RESAMPLES }, () =>
    figures(rows.map(() => rows[random.between(0, rows.length - 1)])),
  );
}
