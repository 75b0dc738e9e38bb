import type { CountedArticle } from '#domain/article.js';
import { addTally, emptyTally, type Tally } from '#domain/tally.js';
import { ALL_THEMES, themePair } from '#domain/taxonomy.js';
import type { Cell, RecordAbout, WindowRecord } from '#domain/window-record.js';

/**
 * Counts the articles of one window from nothing: records of every theme, of every pair of themes that met in an
 * article, and of all themes, each by relevance; all themes also at `any` relevance. All themes come last.
 * The order of `articles` does not matter.
 */
export function rollupWindow(windowId: string, mark: number, articles: CountedArticle[]): WindowRecord[] {
  const records = new Map<string, RecordBuilder>();
  const at = (theme: string, about: RecordAbout): RecordBuilder => {
    const key = `${theme} ${about}`;
    const found = records.get(key) ?? new RecordBuilder(windowId, theme, about, mark);
    records.set(key, found);
    return found;
  };
  for (const article of articles) {
    for (const theme of keysOf(article.themes)) at(theme, article.about).add(article);
    at(ALL_THEMES, 'any').add(article);
  }
  return [...records.values()].map((builder) => builder.build()).sort(byTheme);
}

/** All themes, each theme, and each pair of them. */
function keysOf(themes: string[]): string[] {
  const pairs = themes.flatMap((one, i) => themes.slice(i + 1).map((other) => themePair(one, other)));
  return [ALL_THEMES, ...themes, ...pairs];
}

function tallyOf(article: CountedArticle): Tally {
  const score = article.scoreE4;
  return {
    count: 1,
    scored: score === null ? 0 : 1,
    negative: article.polarity === 'negative' ? 1 : 0,
    neutral: article.polarity === 'neutral' ? 1 : 0,
    positive: article.polarity === 'positive' ? 1 : 0,
    sum: score ?? 0,
    sumSq: (score ?? 0) ** 2,
  };
}

function byTheme(a: WindowRecord, b: WindowRecord): number {
  const last = Number(a.theme === ALL_THEMES) - Number(b.theme === ALL_THEMES);
  return last || compare(a.theme, b.theme) || compare(a.about, b.about);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

class RecordBuilder {
  private readonly totals = { all: emptyTally(), origins: emptyTally() };
  private readonly cells = new Map<string, Cell>();
  private readonly versions = new Set<number>();

  constructor(
    private readonly windowId: string,
    private readonly theme: string,
    private readonly about: RecordAbout,
    private readonly mark: number,
  ) {}

  add(article: CountedArticle): void {
    const tally = tallyOf(article);
    const cell = this.cell(article.sourceId, article.language);
    this.versions.add(article.version);
    for (const counts of [this.totals, cell]) {
      addTally(counts.all, tally);
      if (article.origin) addTally(counts.origins, tally);
    }
  }

  build(): WindowRecord {
    const { windowId, theme, about, mark, totals } = this;
    const cells = [...this.cells.values()].sort(
      (a, b) => compare(a.source, b.source) || compare(a.language, b.language),
    );
    return {
      windowId,
      theme,
      about,
      mark,
      versions: [...this.versions].sort((a, b) => a - b),
      totals,
      cells,
    };
  }

  private cell(source: string, language: string): Cell {
    const key = `${source} ${language}`;
    const found = this.cells.get(key) ?? { source, language, all: emptyTally(), origins: emptyTally() };
    this.cells.set(key, found);
    return found;
  }
}
