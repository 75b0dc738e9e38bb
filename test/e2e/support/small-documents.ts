import { DAY_MS } from '#domain/window.js';

export type SmallItem = { path: string; title: string; at: Date };

const QUIET = [
  'Pakistan and Afghanistan officials meet on the timetable of transit trucks',
  'Kabul and Islamabad exchange lists of students for the coming term',
  'Pakistan and Afghanistan chambers of commerce publish their calendar',
];

const BAD = [
  'Deadly attack at Torkham kills five as Pakistan and Afghanistan trade blame',
  'Pakistan condemns killing of soldiers by militants from Afghanistan',
  'Fear and anger in Kabul after Pakistan air raid kills civilians',
  'Crisis at the Chaman border as Pakistan and Afghanistan troops clash',
];

/**
 * Two documents of one feed. The first: quiet days, then a bad one, with a reprint of a headline. The second: an
 * edited headline and one more article of the bad day.
 */
export function smallDocuments(now: Date): SmallItem[][] {
  const daysAgo = (days: number, hour: number): Date =>
    new Date(now.getTime() - days * DAY_MS + hour * 3_600_000);
  const quiet = Array.from({ length: 9 }, (_, i) => ({
    path: `quiet-${i}`,
    title: `${QUIET[i % QUIET.length]!}, part ${i + 1}`,
    at: daysAgo(i + 2, 0),
  }));
  const bad = BAD.map((title, i) => ({ path: `bad-${i}`, title, at: daysAgo(1, i) }));
  const reprint = { path: 'bad-0-again', title: BAD[0]!, at: daysAgo(1, 5) };
  const first = [...bad.slice(0, 3), reprint, ...quiet];
  const edited = first.map((item) =>
    item.path === 'bad-1' ? { ...item, title: `${item.title}, three hurt` } : item,
  );
  return [first, [bad[3]!, ...edited]];
}
