import type { ImportProgress } from '#domain/import-progress.js';
import type { ImportEntry } from '#feeds/import/import-entry.js';
import {
  ARCHIVE,
  good,
  importArchive,
  REJECTED,
  savedRows,
  TickingClock,
} from '../../../test/support/history-archive.js';
import { ScratchStores } from '../../../test/support/scratch-store.js';

const scratch = new ScratchStores();
afterEach(() => scratch.close());
afterAll(() => scratch.remove());

const countsOf = ({ updatedAt: _, ...counts }: ImportProgress) => counts;
const numbersInto = (told: number[]) => (lines: { record: number }[]) =>
  void told.push(...lines.map(({ record }) => record));

describe('an import that is stopped', () => {
  it('goes on where it was, batch by batch, with the rows and counts of one that was not', async () => {
    const [whole, stopped] = [await scratch.open(), await scratch.open()];
    const expected = await importArchive(whole);
    const clock = new TickingClock();
    const told: number[] = [];
    let runs = 0;
    for (let isDone = false; !isDone; runs++) {
      const stop = { clock, onRejected: numbersInto(told), onBatch: () => true };
      isDone = (await importArchive(stopped, stop)).done;
    }
    expect(runs).toBe(3);
    expect(told).toEqual(REJECTED);
    expect(countsOf((await stopped.imports.get('archive'))!)).toEqual(countsOf(expected));
    expect(await savedRows(stopped)).toEqual(await savedRows(whole));
  });

  it('stops only where reading can go on: after a whole document, not within it', async () => {
    const stores = await scratch.open();
    const ends = new Map([
      [700, 1],
      [1_100, 2],
    ]);
    const entries = Array.from({ length: 1_100 }, (_, i) => ({
      ...good(i + 1),
      position: ends.get(i + 1) ?? null,
    }));
    const progress = await importArchive(stores, { entries, onBatch: () => true });
    expect(progress).toMatchObject({ records: 700, position: 1, done: false });
  });

  it('keeps what came before a file that breaks, and tells of the error', async () => {
    const stores = await scratch.open();
    async function* breaking(): AsyncGenerator<ImportEntry> {
      yield* ARCHIVE.slice(0, 519);
      yield { ...good(520), position: null };
      throw new Error('the disk is gone');
    }
    await expect(importArchive(stores, { entries: breaking() })).rejects.toThrow('the disk is gone');
    expect(await stores.imports.get('archive')).toMatchObject({ records: 519, position: 519, done: false });
    expect(await stores.articles.byKeys(['x.test/519', 'x.test/520'])).toHaveLength(1);
  });
});

describe('an import whose store dies', () => {
  /** What a file holds changes with these statements only. */
  const CHANGES = /^(BEGIN|COMMIT)|INTO import_progress/;

  it('loses nothing wherever that happens: the same command ends with the same rows and counts', async () => {
    let changes = 0;
    const whole = await scratch.open(undefined, (sql) => (changes += Number(CHANGES.test(sql))));
    const expected = countsOf(await importArchive(whole));
    const rows = await savedRows(whole);
    expect(changes).toBeGreaterThan(10);
    for (let n = 1; n <= changes; n++) {
      const file = scratch.newFile();
      const told: number[] = [];
      const clock = new TickingClock();
      const run = { clock, onRejected: numbersInto(told) };
      let left = n;
      const dying = await scratch.open(file, (sql) => {
        if (CHANGES.test(sql)) left -= 1;
        if (left <= 0) throw new Error('the store died');
      });
      await expect(importArchive(dying, run)).rejects.toThrow('the store died');
      const again = await scratch.open(file);
      expect(countsOf(await importArchive(again, run))).toEqual(expected);
      expect(await savedRows(again)).toEqual(rows);
      expect([...new Set(told)].sort((a, b) => a - b)).toEqual(REJECTED);
      await scratch.close();
    }
  }, 120_000);
});
