import { compose, itemOf, type Wording } from './compose-item.js';
import { type Outlet } from './outlets.js';
import { type Language, type Topic } from './phrases/topic.js';
import { DAY_MS } from './sample-days.js';
import { type SampleItem, type StoryName } from './sample-item.js';
import { type Random } from './seeded-random.js';

/** Who says what in which language, when, and for which of the stories. */
export type Assignment = {
  outlet: Outlet;
  language: Language;
  topic: Topic;
  at: Date;
  story: StoryName | null;
  /** Values of slots that are not left to chance. */
  given?: Record<string, string>;
};

/** Writes an item, or none where every wording tried had been printed within a week: only reprints read alike. */
export type Writer = (assignment: Assignment, random: Random) => SampleItem[];

const APART_MS = 7 * DAY_MS;
const TRIES = 40;

/** A writer that remembers what it wrote. */
export function newWriter(): Writer {
  const printed = new Map<string, number>();
  const turns = new Map<Language, number>();
  const isFresh = ({ title, summary }: Wording, at: number) =>
    [title, summary].every((text) => Math.abs(at - (printed.get(text) ?? -Infinity)) > APART_MS);

  return ({ outlet, language, topic, at, story, given }, random) => {
    for (let i = 0; i < TRIES; i++) {
      const turn = turns.get(language) ?? 0;
      const wording = compose(topic, language, random, turn, given);
      if (!isFresh(wording, at.getTime())) continue;
      turns.set(language, turn + 1);
      printed.set(wording.title, at.getTime()).set(wording.summary, at.getTime());
      return [itemOf(outlet, language, topic, wording, at, story)];
    }
    return [];
  };
}
