import { execFileSync } from 'node:child_process';
import { scratchFiles } from '../support/scratch-files.js';

const { fileOf, pathOf } = scratchFiles('accuracy');
const theme = (id: string, en: string[], more = {}) => ({
  ...{ id, title: id, definition: id, seed: 1, tone: 'contested', ...more },
  terms: { en, ur: [], ps: [], prs: [] },
});
const themes = fileOf(
  'themes.yaml',
  JSON.stringify({
    version: 1,
    history: [{ version: 1, date: '2025-01-01', change: 'First.' }],
    themes: [
      theme('trade-transit', ['trade']),
      theme('taliban-governance', []),
      theme('recognition', ['recognised'], { parent: 'taliban-governance' }),
      theme('securitisation', ['security']),
    ],
  }),
);
// A language that nobody scores, so that every title counts as neutral.
const titled = (title: string, gold: string[], polarity: string, source = 'one', form?: string) => ({
  ...{ title, language: 'fr', themes: gold, polarity, source, ...(form && { form }) },
});
const sample = fileOf(
  'sample.jsonl',
  [
    ...Array.from({ length: 6 }, (_, i) => titled(`trade ${i}`, ['trade-transit'], 'negative')),
    ...Array.from({ length: 2 }, (_, i) => titled(`customs ${i}`, ['trade-transit'], 'neutral', 'two')),
    titled('recognised', ['recognition'], 'negative', 'one', 'slug'),
    titled('trade again', [], 'neutral'),
    titled('security', ['securitisation'], 'neutral'),
    titled('nothing', [], 'neutral'),
    titled('nothing more', [], 'neutral'),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
);

type Figure = { value: number; low: number; high: number };
type Report = {
  files: {
    groups: {
      name: string;
      titles: number;
      figures: Record<string, Figure>;
      themes: { id: string; tp: number; fp: number; fn: number; f1: Figure }[];
      confusion: Record<string, Record<string, number>>;
    }[];
    forms: Record<string, unknown>[];
    sources: Record<string, unknown>[];
  }[];
};
const run = (...args: string[]) =>
  execFileSync(process.execPath, ['test/bench/accuracy.mjs', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('the measurement of accuracy', () => {
  const [file] = (JSON.parse(run(sample, '--themes', themes, '--json')) as Report).files;
  const [group] = file!.groups;

  it('counts titles by theme, a theme that the sample does not label as its parent or not at all', () => {
    expect(group!.themes).toMatchObject([
      { id: 'taliban-governance', tp: 1, fp: 0, fn: 0, f1: { value: 1 } },
      { id: 'trade-transit', tp: 6, fp: 1, fn: 2, f1: { value: 0.8 } },
    ]);
  });

  it('averages over pairs, over themes that are labelled often, and over all', () => {
    const { microF1, macroF1, macroF1All } = group!.figures;
    expect(microF1!.value).toBeCloseTo(14 / 17, 10);
    expect(macroF1!.value).toBeCloseTo(0.8, 10);
    expect(macroF1All!.value).toBeCloseTo(0.9, 10);
  });

  it('says how many of the titles without a theme have any, be it one that the sample does not label', () => {
    expect(group!.figures['unrelatedFiring']!.value).toBe(2 / 4);
  });

  it('counts what is not scored as neutral, and averages over the polarities that there are', () => {
    expect(group!.confusion).toEqual({
      negative: { negative: 0, neutral: 7, positive: 0 },
      neutral: { negative: 0, neutral: 6, positive: 0 },
      positive: { negative: 0, neutral: 0, positive: 0 },
    });
    expect(group!.figures['polarityF1']!.value).toBeCloseTo(6 / 19, 10);
  });

  it('gives every figure the same interval in every run, with the figure inside', () => {
    for (const { value, low, high } of Object.values(group!.figures)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
    expect(group!.figures['microF1']!.low).toBeLessThan(group!.figures['microF1']!.high);
    expect((JSON.parse(run(sample, '--themes', themes, '--json')) as Report).files[0]).toEqual(file);
  });

  it('shows each source by itself and what is left without it, and the forms of titles', () => {
    expect(file!.sources).toMatchObject([
      { source: 'one', titles: 11, withoutIt: 0 },
      { source: 'sources with fewer than 5', titles: 2, microF1: 0 },
    ]);
    expect(file!.forms).toMatchObject([
      { form: 'as published', titles: 12 },
      { form: 'slug', titles: 1, microF1: 1 },
    ]);
  });

  it('writes its tables into a document, in which no source is named', () => {
    const [start, end] = [
      '<!-- tables: npm run accuracy -- --write docs/accuracy.md -->',
      '<!-- end of tables -->',
    ];
    const page = fileOf('page.md', `# Page\n\n${start}\nold\n${end}\n\nlast\n`);
    expect(run(sample, '--themes', themes, '--write', page)).toContain('The tables are in');
    const written = execFileSync('cat', [page], { encoding: 'utf8' });
    expect(written).toMatch(/^# Page\n\n<!-- tables.*\n\nMeasured on .*\n\n### sample\.jsonl\n/);
    expect(written).toMatch(/\| source 1 +\| +11 \|/);
    expect(written).toMatch(/\n\n<!-- end of tables -->\n\nlast\n$/);
    expect(written).not.toContain('old');
  });

  it('leaves out loudly what is not there, which is no failure', () => {
    const missing = pathOf('none.jsonl');
    const shown = execFileSync('sh', [
      '-c',
      `"${process.execPath}" test/bench/accuracy.mjs "${missing}" 2>&1`,
    ]);
    expect(shown.toString()).toBe(`SKIPPED: there is no ${missing}, so it was not measured.\n`);
  });
});
