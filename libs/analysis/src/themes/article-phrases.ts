import type { FieldText } from '../field-text.js';
import type { Mention } from '../relevance/judge-relevance.js';
import { type TokenSpan, wordsBetween } from '../phrases/token-span.js';
import { type Slot, STATE_GROUPS } from './rule.js';

/** A phrase that was found in a field. */
export type Place = TokenSpan & { text: FieldText; language: string };
export type TermPlace = Place & { term: Extract<Slot, { kind: 'term' }> };

/** What stands in one article: its terms in reading order, and the members of groups. */
export class ArticlePhrases {
  readonly terms: TermPlace[] = [];
  private readonly groups = new Map<string, Place[]>();

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      const states = mention.side === 'pair' ? STATE_GROUPS : [mention.side];
      if (mention.side !== 'between') for (const state of states) this.addMember(state, mention);
    }
  }

  addMember(group: string, place: Place): void {
    const places = this.groups.get(group);
    if (places) places.push(place);
    else this.groups.set(group, [place]);
  }

  has(group: string): boolean {
    return this.groups.has(group);
  }

  /** Where a group stands first. */
  first(group: string): Place | undefined {
    return this.groups.get(group)?.[0];
  }

  /** The nearest member of some groups that stands within so many words of a place, if there is one. */
  near(place: Place, groups: readonly string[], within: number): Place | undefined {
    let best: Place | undefined;
    let least = within + 1;
    for (const group of groups) {
      for (const member of this.groups.get(group) ?? []) {
        const distance = member.text === place.text ? wordsBetween(member, place) : Infinity;
        if (distance < least) [best, least] = [member, distance];
      }
    }
    return best;
  }
}
