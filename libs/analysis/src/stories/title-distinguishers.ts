import { CAPITAL_OF, COMPASS, OPEN_OR_CLOSED, ORDINALS, PLACES } from './distinguishing-words.js';
import { partiesOf, partiesSwapped, type PartyGroups } from './title-parties.js';

/** What tells the events of two like headlines apart. */
export type Distinguishers = {
  /** Names in one spelling: of places, quarters, ordinals, and whether something opens or closes. */
  sets: ReadonlySet<string>[];
  /** Who did it to whom. */
  parties: PartyGroups;
};

const TABLES = [PLACES, COMPASS, ORDINALS, OPEN_OR_CLOSED];

export function distinguishersOf(title: string[]): Distinguishers {
  return {
    sets: TABLES.map((table) => new Set(namesIn(title, table))),
    parties: partiesOf(title),
  };
}

/**
 * Whether two titles could tell of the same event: of places, quarters, ordinals and of opening and closing, all that one
 * names the other does too, and no two states have changed their parts. A capital may stand for its state.
 */
export function distinguishersAgree(one: Distinguishers, other: Distinguishers): boolean {
  if (partiesSwapped(one.parties, other.parties)) return false;
  return one.sets.every((names, kind) => {
    const others = other.sets[kind]!;
    return covers(names, others) || covers(others, names);
  });
}

function covers(more: ReadonlySet<string>, fewer: ReadonlySet<string>): boolean {
  return [...fewer].every(
    (name) =>
      more.has(name) ||
      more.has(CAPITAL_OF.get(name) ?? '') ||
      [...more].some((named) => CAPITAL_OF.get(named) === name),
  );
}

function namesIn(title: string[], table: ReadonlyMap<string, string>): string[] {
  return title.flatMap((word, i) => {
    const name = table.get(word) ?? table.get(`${word} ${title[i + 1]}`);
    return name === undefined ? [] : [name];
  });
}
