import type { About, Relevance } from '#domain/analysis.js';
import { normaliseText } from '#text/normalise.js';
import type { FieldText } from './field-text.js';
import { Findings } from './findings.js';
import { PhraseMatcher, withoutOverlap } from './phrase-matcher.js';
import { RELEVANCE_NAMES, type Side } from './relevance-terms.js';

type Name = { side: Side; text: string; language: string };

let names: PhraseMatcher<Name> | null = null;

/**
 * Which of the two states an article names, by names in all languages at once, of which the longest counts where
 * several overlap. The score in [0, 1] is the strength of the weaker side for `both`, else that of the side named.
 */
export function judgeRelevance(fields: FieldText[]): Relevance {
  names ??= new PhraseMatcher(allNames());
  const pakistan = new Findings();
  const afghanistan = new Findings();
  const either = new Findings();
  for (const text of fields) {
    for (const match of withoutOverlap(names.match(text.tokens))) {
      const { side } = match.value;
      if (side !== 'none') either.add(text, match, match.value);
      if (side === 'pakistan' || side === 'both') pakistan.add(text, match, match.value);
      if (side === 'afghanistan' || side === 'both') afghanistan.add(text, match, match.value);
    }
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
function allNames(): { phrase: string; value: Name }[] {
  const values = new Map<string, Name>();
  for (const [side, byLanguage] of Object.entries(RELEVANCE_NAMES) as [Side, Record<string, string>][]) {
    for (const [language, list] of Object.entries(byLanguage)) {
      for (const name of list.split(',')) {
        const text = name.trim();
        const spelled = normaliseText(text);
        if (!values.has(spelled)) values.set(spelled, { side, text, language });
      }
    }
  }
  return [...values.values()].map((value) => ({ phrase: value.text, value }));
}
