import type { TextValue } from './text-value.js';

/** What is kept of an entry or a feed. Of the last four all candidates are kept, since some turn out unreadable. */
export type Slot =
  | 'title'
  | 'summary'
  | 'content'
  | 'author'
  | 'guid'
  | 'language'
  | 'ttl'
  | 'updatePeriod'
  | 'updateFrequency'
  | 'original'
  | 'link'
  | 'published'
  | 'updated';

/** Where an element's text goes. Within a slot the lowest rank is preferred, then the first. */
export type ElementUse = {
  slot: Slot;
  rank: number;
  /** Where else its text goes. */
  also?: Omit<ElementUse, 'also'>;
};

export type Ranked = TextValue & { rank: number };

/** So many candidates of one slot are kept; no honest entry has more. */
const MAX_CANDIDATES = 20;

const NONE: readonly Ranked[] = [];

const BLANK = /^\s*$/;

/** The values of an entry, or of the feed itself, while its elements are read. */
export class Draft {
  private readonly values = new Map<Slot, Ranked[]>();

  add({ slot, rank }: ElementUse, { text, kind, base, language }: TextValue): void {
    this.put(slot, { text, kind, base, language, rank });
  }

  /** The same, of a value that has its rank. */
  put(slot: Slot, value: Ranked): void {
    if (BLANK.test(value.text)) return;
    const values = this.values.get(slot);
    if (values) insert(values, value);
    else this.values.set(slot, [value]);
  }

  get isEmpty(): boolean {
    return this.values.size === 0;
  }

  /** The values that are not blank, the best first. */
  all(slot: Slot): readonly Ranked[] {
    return this.values.get(slot) ?? NONE;
  }

  first(slot: Slot): Ranked | undefined {
    return this.values.get(slot)?.[0];
  }
}

function insert(values: Ranked[], value: Ranked): void {
  values.push(value);
  for (let place = values.length - 1; place > 0; place--) {
    const before = values[place - 1];
    if (!before || before.rank <= value.rank) break;
    values[place] = before;
    values[place - 1] = value;
  }
  if (values.length > MAX_CANDIDATES) values.pop();
}
