/** Minutes east of Greenwich, or an IANA name in lower case whose rules decide. */
export type Zone = number | { name: string };

/** The widest offset in use: Kiribati's +14:00. */
const MAX_OFFSET = 14 * 60;

/** Hours east of Greenwich by abbreviation. Where one has several meanings, that of the region. */
const HOURS: [hours: number, names: string][] = [
  [0, 'z ut utc gmt wet zulu uct'],
  [1, 'bst west cet met mez wat'],
  [2, 'cest mest mesz eet cat sast'],
  [3, 'eest msk trt ast eat ait'],
  [3.5, 'irst'],
  [4, 'gst msd azt samt get'],
  [4.5, 'aft irdt'],
  [5, 'pkt uzt tjt tmt yekt mvt'],
  [5.5, 'ist slst'],
  [5.75, 'npt'],
  [6, 'pkst kgt btt almt omst bdst'],
  [6.5, 'mmt'],
  [7, 'ict wib krat novt'],
  [8, 'hkt sgt myt pht awst irkt wita'],
  [9, 'jst kst wit yakt'],
  [9.5, 'acst'],
  [10, 'aest vlat'],
  [10.5, 'acdt'],
  [11, 'aedt'],
  [12, 'nzst'],
  [13, 'nzdt'],
  [-2.5, 'ndt'],
  [-3, 'adt brt art'],
  [-3.5, 'nst'],
  [-4, 'at edt clt'],
  [-5, 'est et cdt pet cot'],
  [-6, 'cst ct mdt'],
  [-7, 'mst mt pdt'],
  [-8, 'pst pt akdt'],
  [-9, 'akst'],
  [-10, 'hst'],
];

const byName = new Map(
  HOURS.flatMap(([hours, names]) => names.split(' ').map((n) => [n, hours * 60] as const)),
);

/** RFC 5322, section 4.3: since RFC 822 got the signs of these wrong, they say no more than "UTC, perhaps". */
const MILITARY = /^[a-ik-y]$/;

/** Names in full, as `Date.prototype.toString` writes them within brackets, and as people do. */
const IN_FULL = new Map([
  ['coordinated universal time', 0],
  ['universal time', 0],
  ['greenwich mean time', 0],
  ['pakistan standard time', 300],
  ['pakistan time', 300],
  ['afghanistan standard time', 270],
  ['afghanistan time', 270],
  ['kabul time', 270],
  ['india standard time', 330],
  ['indian standard time', 330],
  ['iran standard time', 210],
  ['tehran time', 210],
  ['به وقت کابل', 270],
  ['به وقت تهران', 210],
  ['eastern standard time', -300],
  ['eastern daylight time', -240],
  ['central standard time', -360],
  ['central daylight time', -300],
  ['mountain standard time', -420],
  ['mountain daylight time', -360],
  ['pacific standard time', -480],
  ['pacific daylight time', -420],
]);

/** Only what looks like one is asked of the runtime, which takes its time over what it does not know. */
const IANA = /^[a-z_]+\/[a-z_/+-]+\d{0,2}$/;

/** So many names that the runtime does not know are remembered. */
const MAX_UNKNOWN = 1_000;
const unknown = new Set<string>();

/** The zone that a name in lower case means: an abbreviation, a letter, a name in full, an IANA name; or null. */
export function zoneNamed(name: string): Zone | null {
  const known = byName.get(name.replaceAll('.', '')) ?? IN_FULL.get(name);
  if (known !== undefined) return known;
  if (MILITARY.test(name)) return 0;
  return IANA.test(name) && formatterOf(name) ? { name } : null;
}

const NAME = /^(?:[a-z]+(?:\/[a-z_+\-0-9]+)+|[a-z]\.[a-z]\.[a-z]\.?|[a-z]+)/;

/** The zone whose name a plain text begins with. */
export function leadingZone(text: string): { zone: Zone; name: string } | null {
  const full = [...IN_FULL.keys()].find((name) => text.startsWith(name));
  const name = full ?? NAME.exec(text)?.[0] ?? '';
  const zone = zoneNamed(name);
  return zone === null ? null : { zone, name };
}

/** Whether a zone name is one of those of the United States and Canada, whose people write the month first. */
export function isNorthAmerican(name: string): boolean {
  return /^(?:[ecmp][sd]?t|ak[sd]t|hst|ad?t|n[sd]t|america\/.*)$/.test(name);
}

/** Minutes east of Greenwich, or null where no clock on earth is so far off. */
export function offsetMinutes(sign: string, hours: string, minutes = '0'): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > MAX_OFFSET) return null;
  return sign.endsWith('-') ? -total : total;
}

/** The instant at which the clocks of a zone show a time; `local` is that time in milliseconds as if it were UTC. */
export function instantIn(zone: Zone, local: number): number {
  if (typeof zone === 'number') return local - zone * 60_000;
  const guess = local - offsetAt(zone.name, local);
  return local - offsetAt(zone.name, guess);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Only names that the runtime knows are kept, and they are some six hundred. */
function formatterOf(name: string): Intl.DateTimeFormat | null {
  const known = formatters.get(name);
  if (known) return known;
  if (unknown.has(name)) return null;
  try {
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    formatters.set(name, formatter);
    return formatter;
  } catch {
    if (unknown.size >= MAX_UNKNOWN) unknown.clear();
    unknown.add(name);
    return null;
  }
}

function offsetAt(name: string, instant: number): number {
  const parts = formatterOf(name)?.formatToParts(instant) ?? [];
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d\d):(\d\d)/.exec(offset);
  return found ? (offsetMinutes(found[1] ?? '+', found[2] ?? '0', found[3]) ?? 0) * 60_000 : 0;
}
