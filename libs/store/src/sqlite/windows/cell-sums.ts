import { emptyTally } from '#domain/tally.js';
import type { CellGroup, Counts } from '#domain/window-record.js';
import { addCountsAt, eachCell, type Naming, viewOf } from './window-codec.js';

/** Sums packed cells by group. What a source and language belong to is asked once, not for every record. */
export class CellSums {
  private readonly known = new Map<number, Map<number, string | null>>();

  constructor(
    private readonly group: CellGroup,
    private readonly naming: Pick<Naming, 'nameOf'>,
  ) {}

  of(bytes: Uint8Array): Map<string, Counts> {
    const groups = new Map<string, Counts>();
    const view = viewOf(bytes);
    eachCell(bytes, (source, language, at) => {
      const name = this.groupOf(source, language);
      if (name === null) return;
      let sums = groups.get(name);
      if (!sums) groups.set(name, (sums = { all: emptyTally(), origins: emptyTally() }));
      addCountsAt(view, at, sums);
    });
    return groups;
  }

  private groupOf(source: number, language: number): string | null {
    let languages = this.known.get(source);
    if (!languages) this.known.set(source, (languages = new Map()));
    let name = languages.get(language);
    if (name === undefined) {
      name = this.group(this.naming.nameOf(source), this.naming.nameOf(language));
      languages.set(language, name);
    }
    return name;
  }
}
