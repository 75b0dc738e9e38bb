import type { Granularity, LedgerRow, Window } from '#domain/window.js';
import { dateOf, msOf } from '../sql.js';

export type WindowRow = {
  grain: string;
  start_at: number;
  end_at: number;
  id: string;
  granularity: Granularity;
  zone: string;
  marked: number;
  rolled: number;
  evaluated: number;
};

/** The columns that say which window it is. */
export const WINDOW_COLUMNS = ['grain', 'start_at', 'end_at', 'id', 'granularity', 'zone'] as const;

export function grainOf({ granularity, zone }: { granularity: Granularity; zone: string }): string {
  return `${granularity}.${zone}`;
}

export function windowRow(window: Window): Pick<WindowRow, (typeof WINDOW_COLUMNS)[number]> {
  return {
    grain: grainOf(window),
    start_at: msOf(window.start),
    end_at: msOf(window.end),
    id: window.id,
    granularity: window.granularity,
    zone: window.zone,
  };
}

export function toLedgerRow(row: WindowRow): LedgerRow {
  return {
    id: row.id,
    granularity: row.granularity,
    zone: row.zone,
    start: dateOf(row.start_at),
    end: dateOf(row.end_at),
    marked: row.marked,
    rolled: row.rolled,
    evaluated: row.evaluated,
  };
}
