import { InvalidRequestError } from './errors.js';

export const HALF_HOUR_MS = 30 * 60_000;
export const DAY_MS = 24 * 60 * 60_000;

export type Granularity = '30m' | 'day';

/** A span of time with counts of its own: a UTC half hour, or a calendar day of a zone. `[start, end)`. */
export type Window = { id: string; granularity: Granularity; zone: string; start: Date; end: Date };

/** A window with how far the work on it has come: marked ≥ rolled ≥ evaluated. */
export type LedgerRow = Window & { marked: number; rolled: number; evaluated: number };

/** The UTC half hour that holds `at`. */
export function halfHourOf(at: Date): Window {
  const start = new Date(Math.floor(at.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);
  const id = `30m.${start.toISOString().slice(0, 16).replace(/[-:]/g, '')}`;
  return { id, granularity: '30m', zone: 'UTC', start, end: new Date(start.getTime() + HALF_HOUR_MS) };
}

/** The calendar day of `zone` that holds `at`. Throws {@link InvalidRequestError} for a zone that does not exist. */
export function dayOf(at: Date, zone: string): Window {
  return localDay(localDate(at, zone), zone);
}

/** The day `offset` days after `window` in its zone. */
export function dayAfter(window: Window, offset = 1): Window {
  const noon = new Date(window.start.getTime() + DAY_MS / 2 + offset * DAY_MS);
  return dayOf(noon, window.zone);
}

/** The window that an id names, or null where it names none. */
export function windowOf(id: string): Window | null {
  const [granularity, zone, day] = id.split('.');
  if (granularity === '30m' && zone && /^\d{8}T\d{4}$/.test(zone)) {
    const iso = zone.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:00Z');
    return halfHourOf(new Date(iso));
  }
  if (granularity !== 'day' || !zone || !day || !/^\d{8}$/.test(day)) return null;
  return localDay(day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'), zone);
}

/** The windows that count an article of `at`; half hours only where `at` is not before `halfHoursFrom`. */
export function windowsOf(at: Date, zones: readonly string[], halfHoursFrom: Date): Window[] {
  const days = zones.map((zone) => dayOf(at, zone));
  return at < halfHoursFrom ? days : [halfHourOf(at), ...days];
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    try {
      found = new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
        hourCycle: 'h23',
      });
    } catch {
      throw new InvalidRequestError(`"${zone}" is not a time zone; write it like Asia/Karachi`);
    }
    formatters.set(zone, found);
  }
  return found;
}

/** The wall clock of `zone` at `at`, read as if it were UTC. */
function wallClock(at: Date, zone: string): number {
  if (zone === 'UTC') return at.getTime();
  const [date, time] = formatter(zone).format(at).split(', ');
  return Date.parse(`${date}T${time}Z`);
}

function localDate(at: Date, zone: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 10);
}

const days = new Map<string, Window>();
const DAYS_REMEMBERED = 20_000;

function localDay(date: string, zone: string): Window {
  const id = `day.${zone}.${date.replaceAll('-', '')}`;
  const known = days.get(id);
  if (known) return known;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const window: Window = {
    id,
    granularity: 'day',
    zone,
    start: localMidnight(midnight, zone),
    end: localMidnight(midnight + DAY_MS, zone),
  };
  if (days.size >= DAYS_REMEMBERED) days.clear();
  days.set(id, window);
  return window;
}

/** The instant at which the wall clock of `zone` shows `wall`; twice corrected, since the offset may change that day. */
function localMidnight(wall: number, zone: string): Date {
  let at = wall;
  for (let i = 0; i < 2; i++) at += wall - wallClock(new Date(at), zone);
  return new Date(at);
}
