import type { FieldText } from '../field-text.js';
import type { PhraseMatch } from '../phrases/phrase-matcher.js';
import { type TokenSpan, overlap } from '../phrases/token-span.js';
import type { ToneSlot } from './tone-list.js';
import { type MarkSide, type ToneMark, type ToneWord, turnTone } from './turn-tone.js';
import type { BaseWord } from './wink-base.js';

/** The words of a field that carry tone, given those of the base scorer. */
export type ToneReader = (text: FieldText, base: readonly BaseWord[]) => ToneWord[];

/** What is left of a valence in a headline that asks, and in a report of a match. */
const MUTED = 0.3;
const QUESTION = /[?؟]["'”’»)\s]*$/;

/**
 * `matches` are those of the tone list in matcher order. A phrase of the list stands for what the base scorer and shorter
 * phrases say of the words in it.
 */
export function readTone(
  text: FieldText,
  matches: readonly PhraseMatch<ToneSlot>[],
  base: readonly BaseWord[],
  side: MarkSide,
): ToneWord[] {
  const longest = longestMatches(matches);
  const marks = longest.filter((match): match is ToneMark => match.value.kind !== 'value');
  const listed = new Map<number, ToneWord>();
  for (const { from, to, value } of longest)
    if (value.kind === 'value' && !listed.has(from)) listed.set(from, { from, to, value: value.value });
  const phrases = [...listed.values()];
  const others = base.filter((word) => !phrases.some((phrase) => overlap(phrase, word)));
  const words = [...phrases.filter(({ value }) => value !== 0), ...others].sort(
    (one, other) => one.from - other.from,
  );
  const turned = turnTone(words, marks, side);
  const isMuted = QUESTION.test(text.original) || marks.some((mark) => mark.value.kind === 'game');
  return isMuted ? turned.map((word) => ({ ...word, value: word.value * MUTED })) : turned;
}

/** Those that do not begin inside an earlier one; of one place all that stand for the same words. */
function longestMatches(matches: readonly PhraseMatch<ToneSlot>[]): PhraseMatch<ToneSlot>[] {
  let last: TokenSpan = { from: -1, to: 0 };
  return matches.filter((match) => {
    if (match.from < last.to && !(match.from === last.from && match.to === last.to)) return false;
    last = match;
    return true;
  });
}
