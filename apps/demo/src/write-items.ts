import { chooseTopic } from './choose-topic.js';
import { newWriter, type Writer } from './item-writer.js';
import { EDITOR, OUTLETS, SILENT, type Outlet } from './outlets.js';
import { instantOf, sampleDays, type SampleDay } from './sample-days.js';
import { type SampleItem } from './sample-item.js';
import { seededRandom, type Random } from './seeded-random.js';
import { writeReprints, writeStories } from './write-stories.js';

/** One outlet publishes nothing from the first to the second of these many days ago, both included. */
export const SILENCE = { from: 40, to: 34 };
const EDITED_ITEMS = 6;

/**
 * Everything that the sample outlets published in the 90 UTC days that end with the day of `today`, oldest
 * first, up to the instant `today`. Depends on `seed` and the day alone, but for that cut.
 */
export function writeItems(seed: number, today: Date): SampleItem[] {
  const write = newWriter();
  const published = sampleDays(today)
    .flatMap((day) => writeDay(day, seededRandom(`${seed} ${day.date}`), write))
    .filter((item) => item.publishedAt <= today)
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.url < b.url ? -1 : 1));
  return withEdits(published);
}

/** True on the days on which `outlet` publishes nothing. */
export function isSilent(outlet: Pick<Outlet, 'id'>, day: Pick<SampleDay, 'ago'>): boolean {
  return outlet.id === SILENT && day.ago <= SILENCE.from && day.ago >= SILENCE.to;
}

function writeDay(day: SampleDay, random: Random, write: Writer): SampleItem[] {
  const awake = OUTLETS.filter((outlet) => !isSilent(outlet, day));
  // Reprints may come after midnight.
  const awakeTomorrow = awake.filter((outlet) => !isSilent(outlet, { ago: day.ago - 1 }));
  const ordinary = awake.flatMap((outlet) => writeOutletDay(outlet, day, random, write));
  return [
    ...ordinary,
    ...writeStories(awake, day, random, write),
    ...writeReprints(ordinary, awakeTomorrow, random),
  ];
}

function writeOutletDay(outlet: Outlet, day: SampleDay, random: Random, write: Writer): SampleItem[] {
  const count = Math.floor(outlet.perDay * (0.7 + 0.6 * random.next()) + random.next());
  return Array.from({ length: count }, () => {
    const language = random.pick(outlet.languages);
    const topic = chooseTopic(outlet, language, random);
    return write({ outlet, language, topic, at: instantOf(day, random), story: null }, random);
  }).flat();
}

/** Gives a few of the last items of one outlet the headline that they will have after an edit. */
function withEdits(items: readonly SampleItem[]): SampleItem[] {
  const own = items.filter((item) => item.outletId === EDITOR && item.story === null);
  const edited = new Set(own.slice(-4 * EDITED_ITEMS).filter((_, index) => index % 4 === 0));
  return items.map((item) =>
    edited.has(item) ? { ...item, editedTitle: `Corrected: ${item.title}` } : item,
  );
}
