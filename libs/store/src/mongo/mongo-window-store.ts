import { MissingRowError } from '#domain/errors.js';
import { WindowStore } from '#domain/ports/window-store.js';
import { ALL_THEMES } from '#domain/taxonomy.js';
import type { LedgerRow, Window } from '#domain/window.js';
import type { RecordQuery, TimedRecord, WindowRecord } from '#domain/window-record.js';
import { upsertAll, writeOnce } from './bulk.js';
import type { Models } from './models.js';
import { outstandingAt } from './outstanding-at.js';
import {
  type RecordDocument,
  toLedgerRow,
  RECORD_KEY,
  toRecordDocument,
  toRecords,
  vanishedRecords,
} from './window-document.js';

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

  async outstanding({ now, limit }: { now: Date; limit: number }): Promise<LedgerRow[]> {
    const rows = await this.windows.find(outstandingAt(now)).sort({ end: 1, _id: 1 }).limit(limit).lean();
    return rows.map(toLedgerRow);
  }

  async replace(window: Window, mark: number, records: WindowRecord[]): Promise<boolean> {
    const stored = await this.recordRows.find({ windowId: window.id }, RECORD_KEY).lean();
    if ((await this.rolledOf(window.id)) > mark) return this.yieldTo(window.id);
    if (stored.some((record) => record.mark > mark)) return false;
    const all = [...records, ...vanishedRecords(stored, records, mark)];
    const documents = all.map((record) => toRecordDocument(window, record));
    await this.write(documents.filter((record) => record.theme !== ALL_THEMES));
    await this.write(documents.filter((record) => record.theme === ALL_THEMES));
    if ((await this.rolledOf(window.id)) > mark) return this.yieldTo(window.id);
    await this.claimRolled(window.id, mark);
    // After the claim: an older rollup either saw it and clears up itself, or had written before it.
    await this.recordRows.deleteMany({ windowId: window.id, mark: { $lt: mark } });
    return true;
  }

  private async rolledOf(id: string): Promise<number> {
    const row = await this.windows.findById(id, { rolled: 1 }).lean();
    if (!row) throw new MissingRowError('window', id);
    return row.rolled;
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
  private async yieldTo(id: string): Promise<false> {
    await this.recordRows.deleteMany({ windowId: id, mark: { $lt: await this.rolledOf(id) } });
    return false;
  }

  /** The row is no longer due for a rollup only where its mark has not risen since it was read. */
  private async claimRolled(id: string, mark: number): Promise<void> {
    const claim = { rolled: mark, evaluateDue: true };
    const whole = await this.windows.updateOne(
      { _id: id, marked: { $lte: mark }, rolled: { $lt: mark } },
      { $set: { ...claim, rollDue: false } },
    );
    if (whole.matchedCount === 0)
      await this.windows.updateOne({ _id: id, rolled: { $lt: mark } }, { $set: claim });
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
    const found = await this.recordRows
      .find({ $or: series.map(({ theme, about }) => ({ ...span, theme, about })) }, group ? {} : { cells: 0 })
      .sort({ start: 1 })
      .lean();
    return toRecords(found, group);
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
