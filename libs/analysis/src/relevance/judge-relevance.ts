import type { About, Relevance } from '#domain/analysis.js';
import { normaliseText } from '#text/normalise.js';
import type { FieldText } from '../field-text.js';
import { Findings } from '../findings.js';
import { listedPhrases } from '../phrases/listed-phrases.js';
import { type Phrase, PhraseMatcher, withoutOverlap } from '../phrases/phrase-matcher.js';
import type { TokenSpan } from '../phrases/token-span.js';
import { RELEVANCE_NAMES, type Side } from './relevance-terms.js';

type Name = { side: Side; text: string; language: string };

/** A name of a state, or of what lies between both, where it stands. */
export type Mention = TokenSpan & { text: FieldText; side: Exclude<Side, 'none'>; language: string };

let names: PhraseMatcher<Name> | null = null;

/** Who is named in some fields, by names in all languages at once, of which the longest counts where several overlap. */
export function findMentions(fields: readonly FieldText[]): (Mention & { name: string })[] {
  names ??= new PhraseMatcher(allNames());
  const mentions = [];
  for (const text of fields) {
    for (const { from, to, value } of withoutOverlap(names.match(text))) {
      const { side, language } = value;
      if (side !== 'none') mentions.push({ text, from, to, side, language, name: value.text });
    }
  }
  return mentions;
}

/**
 * Which of the two states an article names. The score in [0, 1] is the strength of the weaker side for `both`, else that
 * of the side named.
 */
export function judgeRelevance(mentions: readonly (Mention & { name: string })[]): Relevance {
  const pakistan = new Findings();
  const afghanistan = new Findings();
  const either = new Findings();
  for (const mention of mentions) {
    const { side, text, name, language } = mention;
    either.add(text, mention, { text: name, language });
    if (side !== 'afghanistan') pakistan.add(text, mention, { text: name, language });
    if (side !== 'pakistan') afghanistan.add(text, mention, { text: name, language });
  }
  return { ...weigh(pakistan.score, afghanistan.score), evidence: either.evidence };
}

function weigh(pakistan: number, afghanistan: number): { about: About; score: number } {
  if (pakistan > 0 && afghanistan > 0) return { about: 'both', score: Math.min(pakistan, afghanistan) };
  if (pakistan > 0) return { about: 'pakistan', score: pakistan };
  if (afghanistan > 0) return { about: 'afghanistan', score: afghanistan };
  return { about: 'neither', score: 0 };
}

/** A name that several languages write alike is one name, of the first of them. */
function allNames(): Phrase<Name>[] {
  const values = new Map<string, Name>();
  for (const [side, byLanguage] of Object.entries(RELEVANCE_NAMES) as [Side, Record<string, string>][]) {
    for (const [language, list] of Object.entries(byLanguage)) {
      for (const text of listedPhrases(list)) {
        const spelled = normaliseText(text);
        if (!values.has(spelled)) values.set(spelled, { side, text, language });
      }
    }
  }
  return [...values.values()].map((value) => ({ phrase: value.text, value }));
}
