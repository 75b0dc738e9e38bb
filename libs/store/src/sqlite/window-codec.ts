import type { Tally } from '#domain/tally.js';
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
  return readCounts(viewOf(bytes), 0);
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

export function decodeCells(bytes: Uint8Array, naming: Naming): Cell[] {
  const view = viewOf(bytes);
  const cells: Cell[] = [];
  for (let at = 0; at < bytes.byteLength; at += CELL_BYTES) {
    const source = naming.nameOf(view.getUint32(at, true));
    const language = naming.nameOf(view.getUint32(at + 4, true));
    cells.push({ source, language, ...readCounts(view, at + 8) });
  }
  return cells;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function writeCounts(view: DataView, at: number, counts: Counts): void {
  writeTally(view, at, counts.all);
  writeTally(view, at + TALLY_BYTES, counts.origins);
}

function readCounts(view: DataView, at: number): Counts {
  return { all: readTally(view, at), origins: readTally(view, at + TALLY_BYTES) };
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

function readTally(view: DataView, at: number): Tally {
  return {
    count: view.getUint32(at, true),
    scored: view.getUint32(at + 4, true),
    negative: view.getUint32(at + 8, true),
    neutral: view.getUint32(at + 12, true),
    positive: view.getUint32(at + 16, true),
    sum: view.getFloat64(at + 20, true),
    sumSq: view.getFloat64(at + 28, true),
  };
}
