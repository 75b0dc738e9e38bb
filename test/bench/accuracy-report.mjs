/** The figures of a sample, and the tables that show them. */
import {
  confusionOf,
  countThemes,
  ENOUGH_TITLES,
  f1Of,
  measure,
  microF1,
  oftenLabelled,
  POLARITIES,
  polarityF1,
  precisionOf,
  recallOf,
} from './accuracy-measures.mjs';

/** Sources with fewer titles are one row. */
const FEW = 5;
const ALL = 'all';

/** All figures of one file. */
export function reportOf(file, rows) {
  const languages = [...new Set(rows.map(({ language }) => language))].sort();
  const groups = languages.length > 1 ? [ALL, ...languages] : languages;
  return {
    file,
    groups: groups.map((name) =>
      groupOf(
        name,
        rows.filter(({ language }) => name === ALL || language === name),
      ),
    ),
    forms: formsOf(rows),
    sources: sourcesOf(rows),
  };
}

function groupOf(name, rows) {
  const figures = measure(rows);
  const themes = [...countThemes(rows)].map(([id, count]) => ({
    ...{ id, titles: count.tp + count.fn, ...count },
    ...{ precision: precisionOf(count), recall: recallOf(count), f1: figures[`theme ${id}`] },
  }));
  return {
    ...{ name, titles: rows.length, unrelated: rows.filter(({ gold }) => gold.size === 0).length },
    ...{ scored: rows.filter(({ scored }) => scored).length, often: oftenLabelled(rows).length },
    figures: Object.fromEntries(Object.entries(figures).filter(([key]) => !key.startsWith('theme '))),
    themes,
    confusion: confusionOf(rows),
  };
}

function formsOf(rows) {
  const forms = [...new Set(rows.map(({ form }) => form))].sort();
  if (forms.length < 2) return [];
  return forms.map((form) => {
    const some = rows.filter((row) => row.form === form);
    return { form, titles: some.length, microF1: microF1(some), polarityF1: polarityF1(some) };
  });
}

/** By source: how its own titles fare, and all the others. */
function sourcesOf(rows) {
  const counts = new Map();
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1);
  const nameOf = ({ source }) => (counts.get(source) < FEW ? `sources with fewer than ${FEW}` : source);
  return [...new Set(rows.map(nameOf))]
    .map((source) => {
      const own = rows.filter((row) => nameOf(row) === source);
      const others = rows.filter((row) => nameOf(row) !== source);
      return { source, titles: own.length, microF1: microF1(own), withoutIt: microF1(others) };
    })
    .sort((one, other) => other.titles - one.titles || (one.source < other.source ? -1 : 1));
}

/** The tables of a file: `{ heading, columns, rows }`; sources are numbered where they shall not be named. */
export function tablesOf({ file, groups, forms, sources }, { named }) {
  const tables = [overview(file, groups)];
  for (const group of groups) tables.push(themeTable(group), polarityTable(group));
  if (forms.length > 0) tables.push(formTable(forms));
  return [...tables, sourceTable(sources, named)];
}

function overview(file, groups) {
  const figure = (name, key) => [name, ...groups.map(({ figures }) => interval(figures[key]))];
  return {
    heading: file,
    columns: ['', ...groups.map(({ name }) => name)],
    rows: [
      ['titles', ...groups.map(({ titles }) => titles)],
      figure('themes: precision', 'precision'),
      figure('themes: recall', 'recall'),
      figure('themes: micro-F1', 'microF1'),
      figure(`themes: macro-F1, those with ${ENOUGH_TITLES} titles or more`, 'macroF1'),
      ['… how many themes that are', ...groups.map(({ often }) => often)],
      figure('themes: macro-F1, all labelled or found', 'macroF1All'),
      figure('unrelated titles that fire', 'unrelatedFiring'),
      ['… of how many', ...groups.map(({ unrelated }) => unrelated)],
      figure('polarity: macro-F1', 'polarityF1'),
      ['… titles that were scored', ...groups.map(({ scored }) => scored)],
      figure('polarity by wink-sentiment alone: macro-F1', 'winkPolarityF1'),
    ],
  };
}

function themeTable({ name, themes }) {
  return {
    heading: `Themes: ${name}`,
    columns: ['theme', 'titles', 'found', 'right', 'precision', 'recall', 'F1'],
    rows: themes.map(({ id, titles, tp, fp, precision, recall, f1 }) => [
      ...[id, titles, tp + fp, tp, share(precision), share(recall), interval(f1)],
    ]),
  };
}

function polarityTable({ name, confusion }) {
  const f1 = (one) => {
    const [tp, found] = [confusion[one][one], sum(POLARITIES.map((gold) => confusion[gold][one]))];
    return f1Of({ tp, fp: found - tp, fn: sum(Object.values(confusion[one])) - tp });
  };
  return {
    heading: `Polarity: ${name}`,
    columns: ['labelled', ...POLARITIES.map((one) => `found ${one}`), 'F1'],
    rows: POLARITIES.map((gold) => [gold, ...POLARITIES.map((one) => confusion[gold][one]), share(f1(gold))]),
  };
}

function formTable(forms) {
  return {
    heading: 'By form of the title',
    columns: ['form', 'titles', 'themes: micro-F1', 'polarity: macro-F1'],
    rows: forms.map(({ form, titles, ...figures }) => [
      ...[form, titles, share(figures.microF1), share(figures.polarityF1)],
    ]),
  };
}

function sourceTable(sources, named) {
  const without = sources.map(({ withoutIt }) => withoutIt);
  const spread = `${share(Math.min(...without))} to ${share(Math.max(...without))}`;
  return {
    heading: `Themes by source: micro-F1 of its own titles, and of all others (${spread})`,
    columns: ['source', 'titles', 'its own', 'all others'],
    rows: sources.map(({ source, titles, ...figures }, i) => [
      ...[named ? source : `source ${i + 1}`, titles, share(figures.microF1), share(figures.withoutIt)],
    ]),
  };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const share = (value) => (Number.isNaN(value) ? '–' : value.toFixed(2));
const interval = ({ value, low, high }) =>
  Number.isNaN(value) ? '–' : `${share(value)} (${share(low)} to ${share(high)})`;
