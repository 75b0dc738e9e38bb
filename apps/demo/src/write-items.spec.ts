import { EDITOR, hostOf, OUTLETS, SILENT, WIRE } from './outlets.js';
import { LANGUAGES } from './phrases/topic.js';
import { DAY_MS, DAYS } from './sample-days.js';
import { type SampleItem } from './sample-item.js';
import { SILENCE, writeItems } from './write-items.js';
import { CLOSED, GROWTH, OPENED, REPRINTS } from './write-stories.js';

const SEED = 7;
const TODAY = new Date('2026-03-14T18:30:00Z');
const LAST_DAY = Date.parse('2026-03-14T00:00:00Z');

const items = writeItems(SEED, TODAY);
const ago = (item: SampleItem) => Math.floor((LAST_DAY + DAY_MS - 1 - item.publishedAt.getTime()) / DAY_MS);
const between = (from: number, to: number) => items.filter((item) => ago(item) <= from && ago(item) >= to);
const countBy = <K>(list: readonly SampleItem[], key: (item: SampleItem) => K) => {
  const counts = new Map<K, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

describe('the sample items', () => {
  it('are the same for the same seed and day, and others for another seed', () => {
    expect(writeItems(SEED, TODAY)).toEqual(items);
    expect(writeItems(SEED + 1, TODAY)).not.toEqual(items);
  });

  it('only grow in number as the day goes on', () => {
    const evening = writeItems(SEED, new Date('2026-03-14T23:59:59Z'));
    const bare = (list: readonly SampleItem[]) =>
      list.map(({ url, title, summary }) => ({ url, title, summary }));
    expect(evening.length).toBeGreaterThan(items.length);
    expect(bare(evening).slice(0, items.length)).toEqual(bare(items));
  });

  it('fill the ninety days before now and none of the future', () => {
    expect(items.length).toBeGreaterThan(2500);
    expect(items.length).toBeLessThan(4000);
    expect([...countBy(items, ago).keys()].sort((a, b) => a - b)).toEqual([...Array(DAYS).keys()]);
    expect(items.every((item) => item.publishedAt <= TODAY)).toBe(true);
  });

  it('come from every outlet and in every language', () => {
    expect([...countBy(items, (item) => item.outletId).keys()].sort()).toEqual(
      OUTLETS.map(({ id }) => id).sort(),
    );
    expect([...countBy(items, (item) => item.language).keys()].sort()).toEqual([...LANGUAGES].sort());
  });

  it('have a URL each, on the host of their outlet', () => {
    expect(new Set(items.map((item) => item.url)).size).toBe(items.length);
    const strangers = items.filter((item) => new URL(item.url).host !== hostOf({ id: item.outletId }));
    expect(strangers).toEqual([]);
  });

  it('leave no slot unfilled', () => {
    expect(items.filter((item) => /[{}]|undefined/.test(item.title + item.summary))).toEqual([]);
  });

  it('read alike within a week only where they are reprints', () => {
    const last = new Map<string, number>();
    const twins = items
      .filter((item) => item.story !== 'wire')
      .filter((item) => {
        const before = last.get(item.title) ?? -Infinity;
        last.set(item.title, item.publishedAt.getTime());
        return item.publishedAt.getTime() - before < 7 * DAY_MS;
      });
    expect(twins).toEqual([]);
  });
});

describe('the stories in the sample items', () => {
  const onBorder = (list: readonly SampleItem[]) =>
    list.filter((item) => item.theme === 'border-durand' || item.theme === 'trade-transit');
  const share = (list: readonly SampleItem[], tone: string) =>
    list.filter((item) => item.tone === tone).length / list.length;

  it('show coverage of the border turn negative while it is closed', () => {
    const before = onBorder(between(CLOSED.from + 28, CLOSED.from + 1));
    const during = onBorder(between(CLOSED.from, CLOSED.from - CLOSED.perDay.length + 1));
    expect(during.length / CLOSED.perDay.length).toBeGreaterThan(3 * (before.length / 28));
    expect(share(during, 'negative')).toBeGreaterThan(0.7);
    expect(share(before, 'negative')).toBeLessThan(0.5);
  });

  it('show it turn positive when the border opens again', () => {
    const after = onBorder(between(OPENED.from, OPENED.from - OPENED.perDay.length + 1));
    expect(share(after, 'positive')).toBeGreaterThan(0.5);
  });

  it('reprint the wire word for word in five outlets within hours, again and again', () => {
    const copies = new Map<string, SampleItem[]>();
    for (const item of items.filter(({ story }) => story === 'wire')) {
      const wording = `${item.title}|${item.summary}`;
      copies.set(wording, [...(copies.get(wording) ?? []), item]);
    }
    expect(copies.size).toBeGreaterThan(15);
    for (const group of copies.values()) {
      // The copies of the last hours may lie in the future yet.
      const outlets = new Set(group.map((item) => item.outletId)).size;
      expect(outlets).toBe(group.length);
      if (group.every((item) => ago(item) > 0)) expect(outlets).toBe(REPRINTS);
      const { title, summary } = group[0] as SampleItem;
      const origin = items.find(
        (item) => item.outletId === WIRE && item.title === title && item.summary === summary,
      ) as SampleItem;
      for (const copy of group) {
        expect(copy.publishedAt.getTime() - origin.publishedAt.getTime()).toBeGreaterThan(0);
        expect(copy.publishedAt.getTime() - origin.publishedAt.getTime()).toBeLessThanOrEqual(
          8 * 60 * 60_000,
        );
      }
    }
  });

  it('have one outlet fall silent for a week', () => {
    const own = (list: readonly SampleItem[]) => list.filter((item) => item.outletId === SILENT).length;
    expect(own(between(SILENCE.from, SILENCE.to))).toBe(0);
    expect(SILENCE.from - SILENCE.to + 1).toBe(7);
    expect(own(between(SILENCE.from + 7, SILENCE.from + 1))).toBeGreaterThan(10);
    expect(own(between(SILENCE.to - 1, SILENCE.to - 7))).toBeGreaterThan(10);
  });

  it('let refugees grow from fortnight to fortnight', () => {
    const fortnights = [56, 42, 28, 14].map(
      (from) => between(from, from - 13).filter((item) => item.theme === GROWTH.theme).length,
    );
    expect(fortnights).toEqual([...fortnights].sort((a, b) => a - b));
    expect(fortnights.at(-1)!).toBeGreaterThan(2.5 * fortnights[0]!);
  });

  it('have one outlet edit a few headlines', () => {
    const edited = items.filter((item) => item.editedTitle !== null);
    expect(edited.length).toBeGreaterThanOrEqual(3);
    expect(edited.length).toBeLessThanOrEqual(10);
    for (const item of edited) {
      expect(item.outletId).toBe(EDITOR);
      expect(item.editedTitle).not.toBe(item.title);
    }
  });
});
