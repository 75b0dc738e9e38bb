import { normaliseText } from '#text/normalise.js';
import { PARTIES } from './distinguishing-words.js';

/** The parties of a title in reading order; those that it names in one breath are in one group. */
export type PartyGroups = ReadonlySet<string>[];

const folded = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(normaliseText));

/** What joins two that do the same. */
const JOINING = folded('and the vs v versus و او اور');

/** What follows a name to which something is done. Languages that put the verb last write it after "Pakistan Afghanistan". */
const DONE_TO = folded('کو پر سے ته سره نه څخه را');

export function partiesOf(title: string[]): PartyGroups {
  const groups: Set<string>[] = [];
  let end = 0;
  for (let i = 0; i < title.length;) {
    const found = partyAt(title, i);
    if (found) {
      const group = isJoined(title, end, i, i + found.width) ? groups.at(-1) : undefined;
      if (group) group.add(found.party);
      else groups.push(new Set([found.party]));
      end = i + found.width;
    }
    i += found?.width ?? 1;
  }
  return groups;
}

/**
 * Whether one title names two parties the other way round: who accuses, who is accused. What names both in one breath
 * ("Pakistan, Afghanistan agree", "the Pak-Afghan border") says nothing of it.
 */
export function partiesSwapped(one: PartyGroups, other: PartyGroups): boolean {
  const parties = [...new Set(one.flatMap((group) => [...group]))];
  return parties.some((first, i) =>
    parties.slice(i + 1).some((second) => order(one, first, second) * order(other, first, second) < 0),
  );
}

/** Negative where `first` is named before `second`, positive where after it, 0 where that cannot be told. */
function order(groups: PartyGroups, first: string, second: string): number {
  const telling = groups.filter((group) => group.has(first) !== group.has(second));
  const [at, then] = [first, second].map((party) => telling.findIndex((group) => group.has(party)));
  return at! < 0 || then! < 0 ? 0 : at! - then!;
}

function partyAt(title: string[], i: number): { party: string; width: number } | null {
  const pair = PARTIES.get(`${title[i]} ${title[i + 1]}`);
  if (pair !== undefined) return { party: pair, width: 2 };
  const party = PARTIES.get(title[i]!);
  return party === undefined ? null : { party, width: 1 };
}

/** Whether nothing but a joining word is between the end of a name and the next one, in `[start, stop)`. */
function isJoined(title: string[], end: number, start: number, stop: number): boolean {
  if (end === start) return !DONE_TO.has(title[stop] ?? '');
  return title.slice(end, start).every((word) => JOINING.has(word));
}
