import { setImmediate } from 'node:timers/promises';
import type { CoverageDay } from '#domain/coverage.js';
import { HABIT_SPAN_DAYS } from '#trends/coverage/choose-habit.js';
import { daysFrom, shiftDay } from '#trends/coverage/day-name.js';
import { isBlank, isJudgedBy, recordDay } from '#trends/coverage/record-day.js';
import { type CoverageFacts, factsOf, isRetired, readFacts } from './coverage-facts.js';
import type { PipelineDeps } from './deps.js';

type Deps = Pick<PipelineDeps, 'coverage' | 'feeds' | 'register' | 'windows'>;

/** The records of each source by day. */
type Records = Map<string, Map<string, CoverageDay>>;

export type Judging = {
  /** The day that is recorded, and those that are judged with it whether or not they have a record. */
  day: string;
  span: string[];
  today: string;
  now: Date;
  /** By source, up to which day its records hang on those that changed. It only grows. */
  reach: Map<string, string>;
};

/** Sources that are judged before others get a turn. */
const SOURCES_AT_ONCE = 8;

/**
 * Judges the days of the span, and of each source whose records change, the later ones that are judged by them. Returns
 * the records that are not as they are stored.
 */
export async function judgeSources(judging: Judging, deps: Deps): Promise<CoverageDay[]> {
  const { now, reach, span, today } = judging;
  const first = span[0]!;
  let last = span.at(-1)!;
  const records = recordsOf(deps);
  await load(
    records,
    { from: shiftDay(first, -HABIT_SPAN_DAYS), to: shiftDay(last, 2), sources: null },
    deps,
  );
  const facts = await readFacts(first, last, now, deps);
  const changed = await judgeDays([...records.keys()], span, records, facts, judging);
  for (let sources = beyond(last, reach); sources.length > 0 && last < today; sources = beyond(last, reach)) {
    const next = shiftDay(last, 1);
    last = earlier(shiftDay(last, HABIT_SPAN_DAYS), today);
    await load(records, { from: next, to: shiftDay(last, 2), sources }, deps);
    const later = await readFacts(next, last, now, deps);
    changed.push(...(await judgeDays(sources, daysFrom(next, last), records, later, judging)));
  }
  return changed;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

const beyond = (last: string, reach: Judging['reach']): string[] =>
  [...reach].filter(([, day]) => day > last).map(([source]) => source);

function recordsOf({ register }: Deps): Records {
  return new Map(register.sources.map(({ id }) => [id, new Map<string, CoverageDay>()]));
}

/** Those of sources that are no longer registered are left alone. */
async function load(
  records: Records,
  ask: Parameters<Deps['coverage']['days']>[0],
  { coverage }: Deps,
): Promise<void> {
  for (const record of await coverage.days(ask)) records.get(record.sourceId)?.set(record.day, record);
}

async function judgeDays(
  sources: string[],
  days: string[],
  records: Records,
  facts: CoverageFacts,
  judging: Judging,
): Promise<CoverageDay[]> {
  const changed: CoverageDay[] = [];
  for (const [i, source] of sources.entries()) {
    if (i % SOURCES_AT_ONCE === 0) await setImmediate();
    const own = records.get(source)!;
    for (const day of days) {
      const next = judgeDay(source, day, own, facts, judging);
      if (!next) continue;
      if (isJudgedBy(own.get(day), next)) extendReach(judging.reach, source, day);
      own.set(day, next);
      changed.push(next);
    }
  }
  return changed;
}

/** The record of a source and day where it is not as it is stored. */
function judgeDay(
  source: string,
  day: string,
  own: Map<string, CoverageDay>,
  facts: CoverageFacts,
  { day: recorded, span }: Judging,
): CoverageDay | null {
  const stored = own.get(day);
  if (!stored && !span.includes(day)) return null;
  if (isRetired(facts.feeds.get(source) ?? [], day)) return null;
  const next = recordDay(factsOf(source, day, own, facts));
  if (!next || isSame(stored, next)) return null;
  // The days of a gap are told only of who was polled by then.
  return !stored && day < recorded && isBlank(next) ? null : next;
}

function extendReach(reach: Judging['reach'], source: string, day: string): void {
  const to = shiftDay(day, HABIT_SPAN_DAYS);
  if (to > (reach.get(source) ?? '')) reach.set(source, to);
}

function isSame(stored: CoverageDay | undefined, next: CoverageDay): boolean {
  return (
    stored !== undefined &&
    stored.state === next.state &&
    stored.seen === next.seen &&
    stored.expected === next.expected &&
    stored.polls === next.polls &&
    stored.failedPolls === next.failedPolls
  );
}
