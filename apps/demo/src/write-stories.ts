import { chooseTopicOf } from './choose-topic.js';
import { itemOf } from './compose-item.js';
import { type Writer } from './item-writer.js';
import { WIRE, type Outlet } from './outlets.js';
import { CLOSURE, REOPENING } from './phrases/border-closure.js';
import { type Language, type Topic } from './phrases/topic.js';
import { instantOf, type SampleDay } from './sample-days.js';
import { type SampleItem, type StoryName } from './sample-item.js';
import { type Random } from './seeded-random.js';

/** The border closes this many days ago; the list holds how many items each day has from then on. */
export const CLOSED = { from: 20, perDay: [14, 20, 20, 18, 16, 14, 10] };
/** The border opens again this many days ago; the list holds how many items each day has from then on. */
export const OPENED = { from: 13, perDay: [14, 9, 5] };
/** A theme that takes more room day by day, from this many days ago to so many more items on the last day. */
export const GROWTH = { theme: 'refugees', from: 45, lastDay: 8 };
/** Outlets that print the agency's copy word for word, besides the agency. */
export const REPRINTS = 5;

const REPRINT_CHANCE = 0.45;
const REPRINT_WITHIN_MINUTES = 8 * 60;

/** What each story asks of a day: how many items, on top of the ordinary ones, and on what. */
type StoryPlan = {
  story: StoryName;
  count(ago: number): number;
  topic(outlet: Outlet, language: Language, random: Random): Topic;
  given?(ago: number): Record<string, string>;
};

const PLANS: readonly StoryPlan[] = [
  {
    story: 'closure',
    count: (ago) => CLOSED.perDay[CLOSED.from - ago] ?? 0,
    topic: (_, language) => CLOSURE[language],
    // Headlines count the days only from the second on.
    given: (ago) => ({ day: String(CLOSED.from - ago + 2) }),
  },
  {
    story: 'reopening',
    count: (ago) => OPENED.perDay[OPENED.from - ago] ?? 0,
    topic: (_, language) => REOPENING[language],
  },
  {
    story: 'growth',
    count: (ago) => Math.round((GROWTH.lastDay * Math.max(0, GROWTH.from - ago)) / GROWTH.from),
    topic: (outlet, language, random) => chooseTopicOf(GROWTH.theme, outlet, language, random),
  },
];

/** The items of a day that tell one of the stories a newcomer should see, on top of ordinary coverage. */
export function writeStories(
  awake: readonly Outlet[],
  day: SampleDay,
  random: Random,
  write: Writer,
): SampleItem[] {
  return PLANS.flatMap((plan) =>
    someOutlets(awake, plan.count(day.ago), random).flatMap((outlet) => {
      const language = random.pick(outlet.languages);
      const topic = plan.topic(outlet, language, random);
      const given = plan.given?.(day.ago) ?? {};
      return write({ outlet, language, topic, at: instantOf(day, random), story: plan.story, given }, random);
    }),
  );
}

/** On some days, an item of the agency word for word in {@link REPRINTS} other outlets, within hours. */
export function writeReprints(
  ordinary: readonly SampleItem[],
  awake: readonly Outlet[],
  random: Random,
): SampleItem[] {
  const wire = ordinary.filter((item) => item.outletId === WIRE && item.theme !== 'other');
  if (wire.length === 0 || random.next() > REPRINT_CHANCE) return [];
  const copy = random.pick(wire);
  return reprinters(awake, random).map((outlet) => {
    const later = random.between(10, REPRINT_WITHIN_MINUTES) * 60_000;
    return itemOf(outlet, 'en', copy, copy, new Date(copy.publishedAt.getTime() + later), 'wire');
  });
}

/** `count` outlets, the busy ones more often; the same one may come again. */
function someOutlets(awake: readonly Outlet[], count: number, random: Random): Outlet[] {
  return Array.from({ length: count }, () => random.pickWeighted(awake, ({ perDay }) => perDay));
}

/** {@link REPRINTS} different outlets that print English, the agency not among them. */
function reprinters(awake: readonly Outlet[], random: Random): Outlet[] {
  const english = awake.filter(({ id, languages }) => id !== WIRE && languages.includes('en'));
  const ranked = english.map((outlet) => ({ outlet, rank: random.next() }));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, REPRINTS)
    .map(({ outlet }) => outlet);
}
