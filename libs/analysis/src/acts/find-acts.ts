import type { Act, ActKind, Party } from '#domain/analysis.js';
import { evidenceOf, type FieldText } from '../field-text.js';
import { listLanguage, madeOfLists } from '../language/list-language.js';
import { listedPhrases } from '../phrases/listed-phrases.js';
import { PhraseMatcher, withoutOverlap } from '../phrases/phrase-matcher.js';
import { overlap, type TokenSpan, wordsBetween } from '../phrases/token-span.js';
import type { Mention } from '../relevance/judge-relevance.js';
import { ACT_LISTS, type ActList } from './act-list.js';
import { clausesOf } from './clause-bounds.js';
import { findParties, type PartyPlace } from './find-parties.js';

/** Words between an act and a party beyond which the pattern is not plain; a verb at the end stands farther off. */
const REACH = 5;
const REACH_OF_LAST_VERB = 9;
/** Acts kept of one article. */
const MAX_ACTS = 10;

type Words = Pick<ActList, 'isVerbFirst'> & {
  acts: PhraseMatcher<ActKind>;
  passive: Set<string>;
  objectAfter: Set<string>;
  objectBefore: Set<string>;
  agentAfter: Set<string>;
};

/**
 * Who accuses, warns, denies, agrees, praises or helps, and whom, by a verb and the names beside it in one clause. Only
 * plain patterns are read: an act without a name that it is done by or to is none.
 */
export function findActs(
  fields: readonly FieldText[],
  mentions: readonly Mention[],
  language: string,
): Act[] {
  const code = listLanguage(language);
  const words = wordsOf(code);
  if (!words || mentions.length === 0) return [];
  return fields
    .flatMap((text) => {
      const acts = withoutOverlap(words.acts.match(text));
      if (acts.length === 0) return [];
      const parties = findParties(text, mentions);
      const clauses = clausesOf(text);
      return acts.flatMap((act) => {
        const clause = clauses.find(({ from, to }) => from <= act.from && act.from < to);
        const near = parties.filter((party) => clause && clause.from <= party.from && party.to <= clause.to);
        return actOf(text, act, near, words, code);
      });
    })
    .slice(0, MAX_ACTS);
}

function actOf(
  text: FieldText,
  act: TokenSpan & { value: ActKind },
  near: readonly PartyPlace[],
  words: Words,
  language: string,
): Act[] {
  const reach = words.isVerbFirst ? REACH : REACH_OF_LAST_VERB;
  const inReach = near.filter(
    (party) =>
      wordsBetween(party, act) < reach && !overlap(party, act) && (!party.isPair || act.value === 'agree'),
  );
  const { by, toward } = words.isVerbFirst
    ? byOrder(text, act, inReach, words)
    : byCase(text, act, inReach, words);
  if (by.length + toward.length === 0) return [];
  const evidence = [
    evidenceOf(text, act, language),
    ...[...by, ...toward].map((party) => evidenceOf(text, party, party.language)),
  ].sort((one, other) => one.start - other.start);
  return [{ kind: act.value, by: names(by), toward: names(toward), evidence }];
}

type Cast = { by: PartyPlace[]; toward: PartyPlace[] };

/** Subject, verb, object; the other way round where a passive follows the verb. Both sides agree with each other. */
function byOrder(
  { tokens }: FieldText,
  act: TokenSpan & { value: ActKind },
  parties: readonly PartyPlace[],
  { passive }: Words,
): Cast {
  const before = parties.filter((party) => party.to <= act.from);
  const after = parties.filter((party) => party.from >= act.to);
  if (act.value === 'agree') return { by: before, toward: [] };
  const follower = tokens[act.to]?.text ?? '';
  if (!passive.has(follower)) return { by: before.slice(-1), toward: after.slice(0, 1) };
  return { by: follower === 'by' ? after.slice(0, 1) : [], toward: before.slice(-1) };
}

/** By the words that mark who acts and who suffers; a party without a mark, before the others, acts. */
function byCase(
  { tokens }: FieldText,
  act: TokenSpan & { value: ActKind },
  parties: readonly PartyPlace[],
  words: Words,
): Cast {
  const before = parties.filter((party) => party.to <= act.from);
  if (act.value === 'agree') return { by: before, toward: [] };
  const isAgent = ({ to }: PartyPlace) => words.agentAfter.has(tokens[to]?.text ?? '');
  const isObject = (party: PartyPlace) =>
    !isAgent(party) &&
    (words.objectAfter.has(tokens[party.to]?.text ?? '') ||
      words.objectBefore.has(tokens[party.from - 1]?.text ?? ''));
  const toward = before.filter(isObject).slice(-1);
  const others = before.filter((party) => !isObject(party));
  const agents = words.agentAfter.size > 0 ? others.filter(isAgent) : others;
  return { by: agents.slice(0, 1), toward };
}

function names(parties: readonly PartyPlace[]): Party[] {
  return [...new Set(parties.map(({ party }) => party))];
}

const wordsOf = madeOfLists(ACT_LISTS, (list, language): Words => {
  const phrases = Object.entries(list.acts).flatMap(([kind, all]) =>
    listedPhrases(all).map((phrase) => ({ phrase, language, value: kind as ActKind })),
  );
  const set = (words = '') => new Set(listedPhrases(words));
  return {
    acts: new PhraseMatcher(phrases),
    passive: set(list.passive),
    objectAfter: set(list.objectAfter),
    objectBefore: set(list.objectBefore),
    agentAfter: set(list.agentAfter),
    isVerbFirst: list.isVerbFirst,
  };
});
