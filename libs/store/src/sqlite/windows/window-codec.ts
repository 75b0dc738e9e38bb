import { emptyTally, type Tally } from '#domain/tally.js';
import type { Cell, Counts } from '#domain/window-record.js';

/** Five unsigned 32-bit counts, then two 64-bit floats, little-endian. */
const TALLY_BYTES = 5 * 4 + 2 * 8;
const COUNTS_BYTES = 2 * TALLY_BYTES;
/** The numbers of source and language come first. */
const CELL_BYTES = 2 * 4 + COUNTS_BYTES;

/** Stands for a source or language in the bytes of a cell. */
export type Naming = { numberOf: (name: string) => number; nameOf: (number: number) => string };

export function encodeCounts(counts: Counts): Uint8Array {
  const bytes = new Uint8Array(COUNTS_BYTES);
  writeCounts(new DataView(bytes.buffer), 0, counts);
  return bytes;
}

/** Counts are whole, from 0 to 2^32 - 1. */
export function decodeCounts(bytes: Uint8Array): Counts {
  const counts = { all: emptyTally(), origins: emptyTally() };
  addCountsAt(viewOf(bytes), 0, counts);
  return counts;
}

export function encodeCells(cells: readonly Cell[], naming: Naming): Uint8Array {
  const bytes = new Uint8Array(cells.length * CELL_BYTES);
  const view = new DataView(bytes.buffer);
  cells.forEach((cell, i) => {
    const at = i * CELL_BYTES;
    view.setUint32(at, naming.numberOf(cell.source), true);
    view.setUint32(at + 4, naming.numberOf(cell.language), true);
    writeCounts(view, at + 8, cell);
  });
  return bytes;
}

/** Calls `see` with the numbers of source and language of each cell, and where in the bytes its counts begin. */
export function eachCell(
  bytes: Uint8Array,
  see: (source: number, language: number, at: number) => void,
): void {
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.byteLength; at += CELL_BYTES)
    see(view.getUint32(at, true), view.getUint32(at + 4, true), at + 8);
}

/** Adds the counts that begin at `at` to `sums`, without making objects of them: a year has tens of thousands. */
export function addCountsAt(view: DataView, at: number, sums: Counts): void {
  addTallyAt(view, at, sums.all);
  addTallyAt(view, at + TALLY_BYTES, sums.origins);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writeCounts(view: DataView, at: number, counts: Counts): void {
  writeTally(view, at, counts.all);
  writeTally(view, at + TALLY_BYTES, counts.origins);
}

function writeTally(view: DataView, at: number, tally: Tally): void {
  view.setUint32(at, tally.count, true);
  view.setUint32(at + 4, tally.scored, true);
  view.setUint32(at + 8, tally.negative, true);
  view.setUint32(at + 12, tally.neutral, true);
  view.setUint32(at + 16, tally.positive, true);
  view.setFloat64(at + 20, tally.sum, true);
  view.setFloat64(at + 28, tally.sumSq, true);
}

function addTallyAt(view: DataView, at: number, sums: Tally): void {
  sums.count += view.getUint32(at, true);
  sums.scored += view.getUint32(at + 4, true);
  sums.negative += view.getUint32(at + 8, true);
  sums.neutral += view.getUint32(at + 12, true);
  sums.positive += view.getUint32(at + 16, true);
  sums.sum += view.getFloat64(at + 20, true);
  sums.sumSq += view.getFloat64(at + 28, true);
}
