import type { ThemeTag } from '#domain/analysis.js';
import { type AnalyseText, type BadLine, themeLine, type ThemeLine, withEach } from './analyse-texts.js';
import type { TextAsk } from './read-text-ask.js';
import type { AskedLine } from './read-text-asks.js';

/** A text whose themes differ between two taxonomies. */
export type ThemeChange = {
  id: TextAsk['id'];
  line: number;
  title: string;
  gained: ThemeLine[];
  lost: ThemeLine[];
};

/** Texts that have a theme under the older and the newer taxonomy, and those that have it under one only. */
export type ThemeTally = { before: number; after: number; gained: number; lost: number };

type Analysers = Record<'before' | 'after', AnalyseText>;

/** Says text by text what a change of the taxonomy does, and adds it up. */
export class ThemeComparison {
  /** By theme. */
  readonly tallies = new Map<string, ThemeTally>();
  texts = 0;
  changed = 0;

  /** `themes`: those that are counted though no text has them. */
  constructor(
    private readonly analysers: Analysers,
    themes: Iterable<string>,
  ) {
    for (const id of themes) this.tallyOf(id);
  }

  /** The texts that change, in order, and a line for each that could not be analysed. */
  async *changes(asked: AsyncIterable<AskedLine>): AsyncGenerator<ThemeChange | BadLine> {
    for await (const { line, ask } of asked) {
      const found = withEach(line, ask, (text) => this.compare(line, text));
      if (found) yield found;
    }
  }

  private compare(line: number, text: TextAsk): ThemeChange | null {
    const before = this.analysers.before(text).themes;
    const after = this.analysers.after(text).themes;
    const gained = without(after, before);
    const lost = without(before, after);
    this.count(before, after, gained, lost);
    if (gained.length + lost.length === 0) return null;
    this.changed += 1;
    const { id, title } = text;
    return { id, line, title, gained: gained.map(themeLine), lost: lost.map(themeLine) };
  }

  private count(before: ThemeTag[], after: ThemeTag[], gained: ThemeTag[], lost: ThemeTag[]): void {
    this.texts += 1;
    for (const [key, tags] of Object.entries({ before, after, gained, lost }))
      for (const { id } of tags) this.tallyOf(id)[key as keyof ThemeTally] += 1;
  }

  private tallyOf(theme: string): ThemeTally {
    const tally = this.tallies.get(theme) ?? { before: 0, after: 0, gained: 0, lost: 0 };
    this.tallies.set(theme, tally);
    return tally;
  }
}

function without(tags: ThemeTag[], others: ThemeTag[]): ThemeTag[] {
  return tags.filter(({ id }) => !others.some((other) => other.id === id));
}
