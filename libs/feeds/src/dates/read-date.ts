const HOUR_MS = 60 * 60_000;
const EARLIEST = Date.UTC(1990, 0, 1);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich. Where one abbreviation has several meanings, that of the region. */
const ZONES = new Map([
  ...['', 'z', 'ut', 'utc', 'gmt', 'wet'].map((name) => [name, 0] as const),
  ...['bst', 'west', 'cet'].map((name) => [name, 60] as const),
  ...['cest', 'eet'].map((name) => [name, 120] as const),
  ...['eest', 'msk', 'ast'].map((name) => [name, 180] as const),
  ['irst', 210],
  ['gst', 240],
  ['irdt', 270],
  ['aft', 270],
  ['pkt', 300],
  ['ist', 330],
  ['npt', 345],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
]);

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:(?:t|\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?\s*([a-z]*|[+-][\d:]+)$/i;
const RFC822 =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d\d)(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*([a-z]*|(?:gmt|utc)?\s*[+-][\d:]+)(?:\s*\([^)]*\))?$/i;

type Parts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
};

/**
 * The instant that a date of the RFC 822 or ISO 8601 family names, the same whatever the host's zone: without a zone it
 * is UTC. Null where it is unreadable, does not exist, lies before 1990, or is over an hour ahead of `now`.
 */
export function readDate(text: string, now: Date): Date | null {
  const trimmed = text.trim().slice(0, 100);
  const instant = readIso(trimmed) ?? readRfc822(trimmed);
  if (instant === null || instant < EARLIEST || instant > now.getTime() + HOUR_MS) return null;
  return new Date(instant);
}

function readIso(text: string): number | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const ms = Math.floor(Number(`0.${fraction ?? 0}`) * 1_000);
  const date = { year: Number(year), month: Number(month) - 1, day: Number(day) };
  return instantOf({ ...date, ...timeOf(hour, minute, second), ms }, zone);
}

function readRfc822(text: string): number | null {
  const found = RFC822.exec(text);
  if (!found) return null;
  const [, day, name, digits, hour, minute, second, zone] = found;
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '');
  const date = { year: fullYear(Number(digits)), month, day: Number(day) };
  return instantOf({ ...date, ...timeOf(hour, minute, second), ms: 0 }, zone);
}

function timeOf(hour = '0', minute = '0', second = '0') {
  return { hour: Number(hour), minute: Number(minute), second: Number(second) };
}

/** Two digits mean the century that RFC 2822, section 4.3, gives them. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year + (year < 50 ? 2_000 : 1_900);
}

function instantOf({ year, month, day, hour, minute, second, ms }: Parts, zone = ''): number | null {
  const offset = offsetOf(zone);
  if (offset === null || hour > 24 || minute > 59 || second > 60) return null;
  const midnight = new Date(Date.UTC(year, month, day));
  if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== day) return null;
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + ms;
}

function offsetOf(zone: string): number | null {
  const found = /^(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d\d)?$/i.exec(zone);
  if (!found) return ZONES.get(zone.toLowerCase()) ?? null;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return found[1] === '-' ? -minutes : minutes;
}
