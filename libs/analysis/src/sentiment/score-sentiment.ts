import type { Sentiment, ToneEvidence } from '#domain/analysis.js';
import { roundScore } from '#domain/score.js';
import { evidenceOf, type FieldText } from '../field-text.js';
import { MAX_EVIDENCE } from '../findings.js';
import { listLanguage, madeOfLists } from '../language/list-language.js';
import { TONE_LISTS } from './lists/tone-lists.js';
import { polarityOf } from './polarity.js';
import { readTone, type ToneReader } from './read-tone.js';
import { compileToneList } from './tone-list.js';
import type { ToneWord } from './turn-tone.js';
import { readWinkBase } from './wink-base.js';

/** What a headline weighs against the summary where both carry tone. */
export const TITLE_SHARE = 0.65;

/**
 * Keeps a sum of valences s in [-1, 1] as s / √(s² + 15), after Hutto and Gilbert, VADER (ICWSM 2014), where 15 is the
 * largest sum that is expected, squared and rounded.
 */
const EXPECTED_SQUARE = 15;

/**
 * The tone of the coverage in [-1, 1], to four decimals, from the words that carry tone: of English by `wink-sentiment`
 * under the list of the domain, of Urdu, Pashto and Persian by seed lists alone, which is experimental. `raw` is
 * `wink-sentiment`'s own sum, null in other languages. Not scored are languages without a list and texts in which no
 * known word stands. Never throws.
 */
export function scoreSentiment(title: FieldText, summary: FieldText, language: string): Sentiment {
  const list = listLanguage(language);
  const reader = readerFor(list);
  if (!reader) return { scored: false, reason: 'no scorer for the language', raw: null };
  const base = list === 'en' ? readWinkBase(title, summary) : null;
  const inTitle = reader(title, base?.words[0] ?? []);
  const inSummary = reader(summary, base?.words[1] ?? []);
  const raw = base?.raw ?? null;
  if (inTitle.length + inSummary.length === 0) return { scored: false, reason: 'no scored word', raw };
  const score = blend(toneOf(inTitle), toneOf(inSummary));
  const evidence = [...evidenceFor(title, inTitle, list), ...evidenceFor(summary, inSummary, list)];
  const shown = evidence.slice(0, MAX_EVIDENCE);
  return {
    scored: true,
    score,
    polarity: polarityOf(score),
    raw,
    experimental: list !== 'en',
    evidence: shown,
  };
}

const readerFor = madeOfLists(TONE_LISTS, (list, language): ToneReader => {
  const matcher = compileToneList(list, language);
  return (text, base) => readTone(text, matcher.match(text), base, language === 'en' ? 'before' : 'either');
});

/** Null where no word carries tone. */
function toneOf(words: readonly ToneWord[]): number | null {
  if (words.length === 0) return null;
  const sum = words.reduce((total, { value }) => total + value, 0);
  return sum / Math.sqrt(sum * sum + EXPECTED_SQUARE);
}

function blend(title: number | null, summary: number | null): number {
  const score =
    title === null || summary === null
      ? (title ?? summary ?? 0)
      : TITLE_SHARE * title + (1 - TITLE_SHARE) * summary;
  return roundScore(score);
}

function evidenceFor(text: FieldText, words: readonly ToneWord[], language: string): ToneEvidence[] {
  return words.map((word) => ({
    ...evidenceOf(text, word, language),
    value: Math.round(word.value * 100) / 100 + 0,
  }));
}
