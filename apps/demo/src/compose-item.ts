import { hostOf, type Outlet } from './outlets.js';
import { type Language, type Topic } from './phrases/topic.js';
import { NUMBER_SLOTS, VOCABULARIES } from './phrases/vocabulary.js';
import { voiceOf } from './phrases/voices.js';
import { hash32, type Random } from './seeded-random.js';
import { type SampleItem, type StoryName } from './sample-item.js';

export type Wording = { title: string; summary: string };

/**
 * A title and one or two sentences of `topic`, with its slots filled, and a voice from the street; the same slot has
 * the same value in all. `turn` counts the items of the language, `given` holds the values of slots that are not left to chance.
 */
export function compose(
  topic: Topic,
  language: Language,
  random: Random,
  turn: number,
  given: Record<string, string> = {},
): Wording {
  const fill = slotFiller(language, random, given);
  const title = fill(random.pick(topic.titles));
  const first = random.pick(topic.sentences);
  const rest = topic.sentences.filter((sentence) => sentence !== first);
  const second = rest.length > 0 && random.next() < 0.6 ? [random.pick(rest)] : [];
  return { title, summary: [...[first, ...second].map(fill), voiceOf(language, turn)].join(' ') };
}

/** An item of `outlet` with a URL that depends on what it says and when. */
export function itemOf(
  outlet: Outlet,
  language: Language,
  topic: Pick<Topic, 'theme' | 'tone'>,
  wording: Wording,
  publishedAt: Date,
  story: StoryName | null,
): SampleItem {
  const at = publishedAt.toISOString();
  const id = hash32(`${outlet.id} ${at} ${wording.title}`).toString(36).padStart(7, '0');
  const url = `https://${hostOf(outlet)}/articles/${at.slice(0, 10)}/${id}`;
  const { theme, tone } = topic;
  const { title, summary } = wording;
  return {
    outletId: outlet.id,
    url,
    title,
    summary,
    editedTitle: null,
    publishedAt,
    language,
    theme,
    tone,
    story,
  };
}

function slotFiller(language: Language, random: Random, given: Record<string, string>) {
  const values = new Map(Object.entries(given));
  const valueOf = (slot: string) => {
    const value = values.get(slot) ?? draw(slot, language, random);
    values.set(slot, value);
    return value;
  };
  return (template: string) => {
    const text = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => localDigits(valueOf(slot), language));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}

/** A random value of a slot. Throws RangeError for one that the language has no words for. */
function draw(slot: string, language: Language, random: Random): string {
  const range = NUMBER_SLOTS[slot];
  if (range) {
    const [low, high, step] = range;
    return String(random.between(low / step, high / step) * step);
  }
  const words = VOCABULARIES[language][slot];
  if (!words) throw new RangeError(`no words for the slot {${slot}} in ${language}`);
  return random.pick(words);
}

/** Pashto and Dari papers print Eastern digits; Urdu ones mostly Western. */
function localDigits(value: string, language: Language): string {
  if (language === 'en' || language === 'ur') return value;
  return value.replaceAll(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}
