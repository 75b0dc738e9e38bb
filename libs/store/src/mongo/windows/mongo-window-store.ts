import { MissingRowError } from '#domain/errors.js';
import { WindowStore } from '#domain/ports/window-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import type { LedgerRow, Window } from '#domain/window.js';
import type { RecordQuery, TimedRecord, WindowRecord } from '#domain/window-record.js';
import { upsertAll, writeOnce } from '../bulk.js';
import type { Models } from '../models.js';
import { judgeable } from './outstanding-at.js';
import {
  type RecordDocument,
  toLedgerRow,
  RECORD_KEY,
  toRecordDocument,
  toRecords,
  vanishedRecords,
  type WindowDocument,
} from './window-document.js';

type Ledger = Pick<WindowDocument, '_id' | 'marked' | 'rolled'>;

export class MongoWindowStore extends WindowStore {
  private readonly windows: Models['windows'];
  private readonly recordRows: Models['records'];

  constructor(models: Models) {
    super();
    this.windows = models.windows;
    this.recordRows = models.records;
  }

  async mark(windows: Window[]): Promise<void> {
    const writes = windows.map(({ id, ...window }) => ({
      updateOne: {
        filter: { _id: id },
        update: {
          $inc: { marked: 1 },
          $set: { rollDue: true },
          $setOnInsert: { ...window, rolled: 0, evaluated: 0, evaluateDue: false },
        },
        upsert: true,
      },
    }));
    await upsertAll(this.windows, writes);
  }

  async ensure(windows: Window[]): Promise<void> {
    const untouched = { marked: 1, rolled: 0, evaluated: 0, rollDue: true, evaluateDue: false };
    const writes = windows.map(({ id, ...window }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: { ...window, ...untouched } }, upsert: true },
    }));
    await upsertAll(this.windows, writes);
  }

  async get(id: string): Promise<LedgerRow | null> {
    const found = await this.windows.findById(id).lean();
    return found && toLedgerRow(found);
  }

  async outstanding(ask: { work: 'count' | 'judge'; now: Date; limit: number }): Promise<LedgerRow[]> {
    const due = ask.work === 'count' ? { rollDue: true } : judgeable(ask.now);
    const rows = await this.windows.find(due).sort({ end: 1, _id: 1 }).limit(ask.limit).lean();
    return rows.map(toLedgerRow);
  }

  async replace(window: Window, mark: number, records: WindowRecord[]): Promise<boolean> {
    // Before the row: a record above its mark is then none of its own.
    const stored = await this.recordRows.find({ windowId: window.id }, RECORD_KEY).lean();
    const row = await this.rowOf(window.id, mark);
    if (!row) throw new MissingRowError('window', window.id);
    if (row.rolled > mark) return this.yieldTo(row);
    const [own, orphans] = partition(stored, (record) => record.mark <= row.marked);
    if (own.some((record) => record.mark > mark)) return false;
    await this.dropOrphans(window, orphans);
    const all = [...records, ...vanishedRecords(own, records, mark)];
    const documents = all.map((record) => toRecordDocument(window, record));
    await this.write(documents.filter((record) => record.theme !== ALL_THEMES));
    await this.write(documents.filter((record) => record.theme === ALL_THEMES));
    return this.claim(window.id, mark);
  }

  /** The row that a rollup of `mark` is for; one that is marked lower was created after that row was forgotten. */
  private async rowOf(id: string, mark: number): Promise<Ledger | null> {
    const row = await this.windows.findById(id, { marked: 1, rolled: 1 }).lean<Ledger>();
    return row && row.marked >= mark ? row : null;
  }

  /** Drops what outlived the row that it was written for. */
  private async dropOrphans(window: Window, orphans: { _id: string; mark: number }[]): Promise<void> {
    if (orphans.length === 0) return;
    await this.recordRows.deleteMany({ _id: { $in: orphans.map((orphan) => orphan._id) } });
    const lowest = orphans.map((orphan) => orphan.mark).reduce((a, b) => Math.min(a, b));
    // A rollup whose mark came up to theirs meanwhile has written in their places: it is done again.
    if (await this.rowOf(window.id, lowest)) await this.mark([window]);
  }

  /** Claims what is written, unless a newer rollup came first or the row is gone. */
  private async claim(id: string, mark: number): Promise<boolean> {
    const row = await this.rowOf(id, mark);
    if (!row) {
      // Nobody looks for records without a row, so nobody else would drop them.
      await this.recordRows.deleteMany({ windowId: id, mark });
      throw new MissingRowError('window', id);
    }
    if (row.rolled > mark) return this.yieldTo(row);
    await this.claimRolled(id, mark);
    // After the claim: an older rollup either saw it and clears up itself, or had written before it.
    await this.recordRows.deleteMany({ windowId: id, mark: { $lt: mark } });
    return true;
  }

  /** Records have their mark in their `_id`: a rollup that was overtaken writes beside the newer ones, never over them. */
  private async write(documents: RecordDocument[]): Promise<void> {
    const inserts = documents.map((document) => ({ insertOne: { document } }));
    const redone = await writeOnce(this.recordRows, inserts);
    const replacements = redone.map(({ insertOne: { document } }) => ({
      replaceOne: { filter: { _id: document._id }, replacement: document },
    }));
    await writeOnce(this.recordRows, replacements);
  }

  /** Drops what an overtaken rollup left beside the records of the newer one. */
  private async yieldTo(row: Ledger): Promise<false> {
    await this.recordRows.deleteMany({ windowId: row._id, mark: { $lt: row.rolled } });
    return false;
  }

  /** The row is no longer due for a rollup only where its mark has not risen since it was read. */
  private async claimRolled(id: string, mark: number): Promise<void> {
    const claim = { rolled: mark, evaluateDue: true };
    const whole = await this.windows.updateOne(
      { _id: id, marked: mark, rolled: { $lt: mark } },
      { $set: { ...claim, rollDue: false } },
    );
    if (whole.matchedCount === 0)
      await this.windows.updateOne(
        { _id: id, marked: { $gt: mark }, rolled: { $lt: mark } },
        { $set: claim },
      );
  }

  async evaluated(id: string, mark: number): Promise<void> {
    const whole = await this.windows.updateOne(
      { _id: id, rolled: { $lte: mark }, evaluated: { $lt: mark } },
      { $set: { evaluated: mark, evaluateDue: false } },
    );
    if (whole.matchedCount === 1) return;
    await this.windows.updateOne({ _id: id, evaluated: { $lt: mark } }, { $set: { evaluated: mark } });
    if (!(await this.windows.exists({ _id: id }))) throw new MissingRowError('window', id);
  }

  async records({ granularity, zone, from, to, series, group }: RecordQuery): Promise<TimedRecord[]> {
    if (series.length === 0) return [];
    const span = { granularity, zone, start: { $gte: from, $lt: to } };
    // Before the records: what a rollup claims and drops after this read is older than what it has written.
    const rows = await this.windows.find(span, { rolled: 1 }).lean<Pick<Ledger, '_id' | 'rolled'>[]>();
    const found = await this.recordRows
      .find({ $or: series.map(({ theme, about }) => ({ ...span, theme, about })) }, group ? {} : { cells: 0 })
      .sort({ start: 1 })
      .lean();
    return toRecords(withoutLeftovers(found, rows), group);
  }

  async forgetHalfHours(before: Date, limit: number): Promise<number> {
    const rows = await this.windows
      .find({ granularity: '30m', end: { $lt: before } }, { _id: 1 })
      .sort({ end: 1 })
      .limit(limit)
      .lean();
    const ids = rows.map((row) => row._id);
    // The rows last: what is left after a crash is found again by them.
    await this.recordRows.deleteMany({ windowId: { $in: ids } });
    await this.windows.deleteMany({ _id: { $in: ids } });
    return ids.length;
  }
}

/** Without what a rollup left that was overtaken and then died, and what has no row. */
function withoutLeftovers(
  records: RecordDocument[],
  rows: Pick<Ledger, '_id' | 'rolled'>[],
): RecordDocument[] {
  const rolled = new Map(rows.map((row) => [row._id, row.rolled]));
  return records.filter(({ windowId, mark }) => mark >= (rolled.get(windowId) ?? Infinity));
}

function partition<T>(all: T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}
