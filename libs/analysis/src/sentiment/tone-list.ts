import { listedPhrases } from '../phrases/listed-phrases.js';
import { type Phrase, PhraseMatcher } from '../phrases/phrase-matcher.js';

/** Phrases parted by commas, in the notation of `readPhrase`. */
type Phrases = string;

/** The words that carry tone in one language, and those that turn it. */
export type ToneList = {
  /** By valence from -5 to 5. Phrases of 0 take a word out that would carry tone elsewhere. */
  values: Record<string, Phrases>;
  /** Turn what stands near: "not", "no". */
  negations: Phrases;
  /** Turn a bad thing into good news: foiled, lifted, released. */
  resolvers: Phrases;
  /** Turn a good thing into bad news: collapse, suspend, violate. */
  ruiners: Phrases;
  /** What is without tone itself and yet bad news where it is ruined: talks, a visit. */
  hopes?: Phrases;
  /** Words of sport: what a match decides is no tone of the coverage of two states. */
  games?: Phrases;
  /** What follows (in languages with the verb at the end: precedes) is asked for, and did not happen. */
  wishes: Phrases;
};

export type ToneSlot =
  { kind: 'value'; value: number } | { kind: 'negation' | 'resolver' | 'ruiner' | 'hope' | 'wish' | 'game' };

/** Throws where a phrase cannot be read. */
export function compileToneList(list: ToneList, language: string): PhraseMatcher<ToneSlot> {
  const { values, negations, resolvers, ruiners, hopes = '', games = '', wishes } = list;
  const phrases = [
    ...Object.entries(values).flatMap(([value, all]) =>
      slotsFor({ kind: 'value', value: Number(value) }, all, language),
    ),
    ...slotsFor({ kind: 'negation' }, negations, language),
    ...slotsFor({ kind: 'resolver' }, resolvers, language),
    ...slotsFor({ kind: 'ruiner' }, ruiners, language),
    ...slotsFor({ kind: 'hope' }, hopes, language),
    ...slotsFor({ kind: 'wish' }, wishes, language),
    ...slotsFor({ kind: 'game' }, games, language),
  ];
  return new PhraseMatcher(phrases);
}

function slotsFor(value: ToneSlot, phrases: Phrases, language: string): Phrase<ToneSlot>[] {
  return listedPhrases(phrases).map((phrase) => ({ phrase, language, value }));
}
