import { emptyTally, type Tally, TALLY_FIELDS } from '#domain/tally.js';
import type { LedgerRow, Window } from '#domain/window.js';
import {
  type Cell,
  type CellGroup,
  type Counts,
  sumByGroup,
  type TimedRecord,
  type WindowRecord,
} from '#domain/window-record.js';

/**
 * `rollDue` is marked > rolled and `evaluateDue` is rolled > evaluated: an index cannot compare two fields. They are
 * written by the same update as the numbers they stand for.
 */
export type WindowDocument = Omit<LedgerRow, 'id'> & { _id: string; rollDue: boolean; evaluateDue: boolean };

/** A tally as the numbers of {@link TALLY_FIELDS}, in that order: a fifth of the size of named fields. */
type Numbers = number[];
type CountsDocument = { all: Numbers; origins: Numbers };
/** Source, language, then the numbers of `all` and of `origins`; there are thousands of cells in a day. */
type CellDocument = [source: string, language: string, ...numbers: Numbers];

export type RecordDocument = Omit<WindowRecord, 'totals' | 'cells'> &
  Pick<Window, 'granularity' | 'zone' | 'start'> & {
    _id: string;
    totals: CountsDocument;
    cells?: CellDocument[];
  };

export function toLedgerRow(document: WindowDocument): LedgerRow {
  const { _id, rollDue: _rollDue, evaluateDue: _evaluateDue, ...row } = document;
  return { id: _id, ...row };
}

/** The projection that {@link vanishedRecords} needs. */
export const RECORD_KEY = { windowId: 1, theme: 1, about: 1, mark: 1 } as const;

function recordKey(record: Key): string {
  return `${record.windowId}|${record.theme}|${record.about}`;
}

export function toRecordDocument(window: Window, record: WindowRecord): RecordDocument {
  const { granularity, zone, start } = window;
  return {
    ...record,
    _id: `${recordKey(record)}|${record.mark}`,
    granularity,
    zone,
    start,
    totals: pack(record.totals),
    cells: record.cells.map(packCell),
  };
}

/** While a rollup writes, a record of its mark and one of an earlier mark are both there: the newer one holds. */
export function toRecords(documents: RecordDocument[], group: CellGroup | null): TimedRecord[] {
  const newest = new Map<string, RecordDocument>();
  for (const document of documents) {
    const other = newest.get(recordKey(document));
    if (!other || other.mark < document.mark) newest.set(recordKey(document), document);
  }
  return [...newest.values()].map((document) => toRecord(document, group));
}

function toRecord(document: RecordDocument, group: CellGroup | null): TimedRecord {
  const { windowId, theme, about, mark, versions, start, cells = [] } = document;
  const groups = group ? sumByGroup(cells.map(unpackCell), group) : new Map<string, Counts>();
  return { windowId, theme, about, mark, versions, start, totals: unpack(document.totals), groups };
}

type Key = Pick<WindowRecord, 'windowId' | 'theme' | 'about'>;

/** Zeros of `mark` for each stored record that has no successor. */
export function vanishedRecords(stored: Key[], successors: Key[], mark: number): WindowRecord[] {
  const kept = new Set(successors.map(recordKey));
  return stored
    .filter((key) => !kept.has(recordKey(key)))
    .map(({ windowId, theme, about }) => {
      const totals = { all: emptyTally(), origins: emptyTally() };
      return { windowId, theme, about, mark, versions: [], totals, cells: [] };
    });
}

function pack({ all, origins }: Counts): CountsDocument {
  const numbers = (tally: Tally) => TALLY_FIELDS.map((field) => tally[field]);
  return { all: numbers(all), origins: numbers(origins) };
}

function unpack({ all, origins }: CountsDocument): Counts {
  return { all: tallyOf(all), origins: tallyOf(origins) };
}

function packCell({ source, language, ...counts }: Cell): CellDocument {
  const { all, origins } = pack(counts);
  return [source, language, ...all, ...origins];
}

function unpackCell([source, language, ...numbers]: CellDocument): Cell {
  const size = TALLY_FIELDS.length;
  return { source, language, ...unpack({ all: numbers.slice(0, size), origins: numbers.slice(size) }) };
}

function tallyOf(numbers: Numbers): Tally {
  const [count = 0, scored = 0, negative = 0, neutral = 0, positive = 0, sum = 0, sumSq = 0] = numbers;
  return { count, scored, negative, neutral, positive, sum, sumSq };
}
