import { type TokenSpan, overlap, wordsBetween } from '../phrases/token-span.js';
import type { ToneSlot } from './tone-list.js';

/** Words within which a negation turns what it stands by. */
export const NEGATION_REACH = 3;
/** Words within which a resolver or a ruiner finds the thing it turns. */
export const TURN_REACH = 4;
/** The same where the verb stands at the end, behind what else there is to say. */
export const TURN_REACH_OF_LAST_VERB = 8;
/** Words within which a wish takes the weight from what it is for. */
export const WISH_REACH = 6;
/** What is left of a valence that is only wished or asked for. */
export const WISHED = 0.3;
/** What is left of a negated valence, turned: "not good" is milder than "bad", and "not attacked" is hardly good. */
const NEGATED_GOOD = -0.5;
const NEGATED_BAD = -0.1;
/** The valence of a bad thing resolved, and of a good one ruined. */
const TURNED = 2;

export type ToneWord = TokenSpan & { value: number };
export type ToneMark = TokenSpan & { value: ToneSlot };

/** Where a language sets its marks: before what they turn, or on either side. */
export type MarkSide = 'before' | 'either';

/**
 * The words of one field that carry tone, after negations, wishes and turns. `words` and `marks` are in reading order and
 * do not overlap, but that a mark may be a word that carries tone itself: it does so where it turns nothing.
 */
export function turnTone(words: readonly ToneWord[], marks: readonly ToneMark[], side: MarkSide): ToneWord[] {
  const standing = [...words];
  const reach = side === 'before' ? TURN_REACH : TURN_REACH_OF_LAST_VERB;
  for (const mark of marks) {
    if (mark.value.kind === 'resolver')
      turnNearest(standing, { mark, reach }, (word) => word.value < 0, TURNED);
    if (mark.value.kind === 'ruiner') ruinNearest(standing, marks, { mark, reach });
  }
  const turned = standing.map((word) => ({ ...word, value: word.value * negationOf(word, marks, side) }));
  return turned.map((word) => ({ ...word, value: word.value * wishOf(word, marks, side) }));
}

/** A resolver or ruiner, and the words within which it turns something. */
type Turn = { mark: TokenSpan; reach: number };

/** The nearest fitting word takes the value, and the mark is part of it; of two as near the one behind the mark. */
function turnNearest(
  words: ToneWord[],
  { mark, reach }: Turn,
  fits: (word: ToneWord) => boolean,
  value: number,
): boolean {
  const inReach = words
    .filter((word) => !overlap(word, mark) && fits(word) && wordsBetween(word, mark) < reach)
    .sort((one, other) => wordsBetween(one, mark) - wordsBetween(other, mark) || other.from - one.from);
  const [nearest] = inReach;
  if (!nearest) return false;
  words.splice(words.indexOf(nearest), 1, { from: nearest.from, to: nearest.to, value });
  dropWithin(words, mark);
  return true;
}

/** A ruined thing is a word that is good itself or, failing that, one of those that only carry hope. */
function ruinNearest(words: ToneWord[], marks: readonly ToneMark[], turn: Turn): void {
  const { mark, reach } = turn;
  if (turnNearest(words, turn, (word) => word.value > 0, -TURNED)) return;
  const hope = marks.find((other) => other.value.kind === 'hope' && wordsBetween(other, mark) < reach);
  if (!hope) return;
  dropWithin(words, mark);
  words.push({ from: hope.from, to: hope.to, value: -TURNED });
  words.sort((one, other) => one.from - other.from);
}

/** A mark that turned something has no tone of its own besides. */
function dropWithin(words: ToneWord[], mark: TokenSpan): void {
  const own = words.findIndex((word) => overlap(word, mark));
  if (own >= 0) words.splice(own, 1);
}

function negationOf(word: ToneWord, marks: readonly ToneMark[], side: MarkSide): number {
  const isNegated = marks.some(
    (mark) => mark.value.kind === 'negation' && isInReach(word, mark, NEGATION_REACH, side),
  );
  if (!isNegated) return 1;
  return word.value > 0 ? NEGATED_GOOD : NEGATED_BAD;
}

function wishOf(word: TokenSpan, marks: readonly ToneMark[], side: MarkSide): number {
  const isWished = marks.some(
    (mark) => mark.value.kind === 'wish' && isInReach(word, mark, WISH_REACH, side),
  );
  return isWished ? WISHED : 1;
}

function isInReach(word: TokenSpan, mark: TokenSpan, reach: number, side: MarkSide): boolean {
  if (side === 'before' && mark.from > word.from) return false;
  return wordsBetween(word, mark) < reach && !overlap(word, mark);
}
