import { type Archive, type Capture, type CapturedItem } from './replay-archive.js';

/** Captures that a feed shows at once. */
const WINDOW = 3;
const ONE_EDITED_IN = 40;
const SUFFIX = ' (updated)';

/** An item as a feed shows it on a day. */
export type ShownItem = CapturedItem & { edited: boolean };

/** What must be known of an item in the end: whose it is, and its headline as last shown. */
export type ExpectedItem = { outlet: string; title: string };

/** What each outlet's feed shows on each day. */
export type ReplayPlan = {
  days: readonly string[];
  outlets: readonly string[];
  shown(outlet: string, day: number): ShownItem[];
};

/**
 * Plays an archive as live feeds: on a day, a feed shows the items of its last three captures, newest first.
 * With `perturb`, one item in forty carries another headline from the day after its own on.
 */
export function planReplay(archive: Archive, perturb: boolean): ReplayPlan {
  const captures = [...archive.values()].flat();
  const days = [...new Set(captures.map(({ date }) => date))].sort();
  const shown = (outlet: string, day: number) => {
    const today = dateOf(days, day);
    const until = (archive.get(outlet) ?? []).filter(({ date }) => date <= today);
    return until
      .slice(-WINDOW)
      .reverse()
      .flatMap((capture) => showCapture(capture, today, perturb));
  };
  return { days, outlets: [...archive.keys()], shown };
}

/** The items of all days up to and with `upToDay`, by link, as last shown. */
export function expectItems(plan: ReplayPlan, upToDay: number): Map<string, ExpectedItem> {
  const expected = new Map<string, ExpectedItem>();
  for (const outlet of plan.outlets) {
    for (let day = 0; day <= upToDay; day++) {
      for (const { link, title } of plan.shown(outlet, day)) expected.set(link, { outlet, title });
    }
  }
  return expected;
}

/** Links of items of `outlet` that the days `served` showed first without and later with another headline. */
export function editedItems(plan: ReplayPlan, outlet: string, served: readonly number[]): string[] {
  const plain = new Set<string>();
  const edited = new Set<string>();
  for (const item of [...served].sort((a, b) => a - b).flatMap((day) => plan.shown(outlet, day))) {
    if (!item.edited) plain.add(item.link);
    else if (plain.has(item.link)) edited.add(item.link);
  }
  return [...edited];
}

function showCapture(capture: Capture, today: string, perturb: boolean): ShownItem[] {
  return capture.items.map((item) => {
    const edited = perturb && capture.date < today && item.hash % ONE_EDITED_IN === 0;
    return edited ? editedItem(item) : { ...item, edited };
  });
}

function editedItem(item: CapturedItem): ShownItem {
  const xml = item.xml.replace('</title>', `${SUFFIX}</title>`);
  return { ...item, title: item.title + SUFFIX, xml, edited: true };
}

function dateOf(days: readonly string[], day: number): string {
  const date = days[day];
  if (date === undefined) throw new RangeError(`there is no day ${day}; the last is ${days.length - 1}`);
  return date;
}
