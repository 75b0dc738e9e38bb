import type { Party } from '#domain/analysis.js';
import type { FieldText } from '../field-text.js';
import { listedPhrases } from '../phrases/listed-phrases.js';
import { type Phrase, PhraseMatcher, withoutOverlap } from '../phrases/phrase-matcher.js';
import type { Mention } from '../relevance/judge-relevance.js';
import type { TokenSpan } from '../phrases/token-span.js';

/** A party where it is named; in a pair with the other state, as in "Pakistan-Afghanistan", of which both stand there. */
export type PartyPlace = TokenSpan & { party: Party; language: string; isPair: boolean };

/** Those who have left their country: they are spoken of, and are no part of either government. */
const REFUGEES: Record<string, string> = {
  en: `refugee, afghan refugee, afghan migrant, afghan immigrant, afghan national, afghan deportee, afghan returnee,
    undocumented afghan, illegal afghan, displaced afghan, asylum seeker, migrants, afghans in pakistan, afghan families,
    afghan citizens, afghan card holder`,
  ur: `مہاجر*, افغان مہاجر*, افغان پناہ گزین*, پناہ گزین*, افغان باشند*, افغان شہری*, غیر قانونی افغان*, مہاجرین`,
  ps: `مهاجر*, افغان مهاجر*, کډوال*, افغان کډوال*, کډوالو, بېرته راستنېدونک*`,
  prs: `مهاجر*, مهاجران افغان*, پناهنده*, پناهندگان*, پناهجو*, اتباع افغان*, عودت کنند*, مهاجرین`,
};

/** Names of the other state that do not speak for its government. */
const PEOPLE = /^(?:afghans|afghani|افغانوں|افغانیوں|افغانان|افغانانو|افغان ?ها|افغان ?های)$/u;

let refugees: PhraseMatcher<string> | null = null;

/** Who is named in a field, in reading order, by the names that relevance found and the words for refugees. */
export function findParties(text: FieldText, mentions: readonly Mention[]): PartyPlace[] {
  refugees ??= new PhraseMatcher(refugeePhrases());
  const displaced = withoutOverlap(refugees.match(text)).map(({ from, to, value: language }): PartyPlace => ({
    from,
    to,
    party: 'refugees',
    language,
    isPair: false,
  }));
  const states = mentions.flatMap((mention): PartyPlace[] => {
    const { from, to, side, language } = mention;
    if (
      mention.text !== text ||
      side === 'between' ||
      displaced.some((place) => from < place.to && place.from < to)
    )
      return [];
    const name = text.tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ');
    if (PEOPLE.test(name)) return [];
    const place = { from, to, language, isPair: side === 'pair' };
    if (side === 'pair')
      return [
        { ...place, party: 'pakistan' },
        { ...place, party: 'kabul' },
      ];
    return [{ ...place, party: side === 'pakistan' ? 'pakistan' : 'kabul' }];
  });
  return [...displaced, ...states].sort((one, other) => one.from - other.from);
}

function refugeePhrases(): Phrase<string>[] {
  return Object.entries(REFUGEES).flatMap(([language, list]) =>
    listedPhrases(list).map((phrase) => ({ phrase, language, value: language })),
  );
}
