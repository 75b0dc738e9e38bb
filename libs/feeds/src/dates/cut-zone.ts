import { isNorthAmerican, leadingZone, offsetMinutes, type Zone } from './zones.js';

/** The zone that was found and cut from a text, if any, and whether its name is one of North America. */
export type CutZone = { zone: Zone | null; isNorthAmerican: boolean; rest: string };

const OFFSET = /^([+-]{1,2})(?:\s(?=\d\d:?\d\d))?(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?(?![\d/.:-])/;
/** An offset whose plus sign became a blank on its way through a URL. */
const UNSIGNED = /^(?:00|(\d\d)(\d\d))(?=\s|$)/;

/** The last three, two, one words. */
const LAST_WORDS = [/(?:\s\S+){3}$/, /(?:\s\S+){2}$/, /\s\S+$/];

/** A zone is at most this many names and offsets in a row, such as "UTC +05:00 PKT". */
const MAX_PARTS = 3;

/**
 * Cuts the zone that a plain text begins with. An offset in digits counts before a name, since "MST-07:00", "GMT+0500"
 * and "-0700 (PDT)" name one zone twice; the first of two offsets counts. `hasYear` says that a number of four digits
 * cannot be the year.
 */
export function cutZone(text: string, hasYear: boolean): CutZone {
  let rest = text;
  let offset: Zone | null = null;
  const names: { zone: Zone; name: string }[] = [];
  for (let part = 0; part < MAX_PARTS; part++) {
    const trimmed = rest.replace(/^[\s,:]+/, '');
    const digits = leadingOffset(trimmed, hasYear && part === 0);
    const named = digits ? null : leadingZone(trimmed);
    if (digits) offset ??= digits.minutes;
    else if (named) names.push(named);
    else break;
    rest = trimmed.slice(digits?.length ?? named?.name.length);
  }
  const north = names.some(({ name }) => isNorthAmerican(name));
  return { zone: offset ?? names[0]?.zone ?? null, isNorthAmerican: north, rest };
}

/** Cuts the zone that a plain text ends with, of up to three words. */
export function cutTrailingZone(text: string): CutZone {
  const trimmed = text.trimEnd();
  for (const end of LAST_WORDS) {
    const at = end.exec(trimmed)?.index ?? -1;
    const cut = at < 0 ? null : cutZone(trimmed.slice(at), false);
    if (cut && cut.zone !== null && cut.rest === '') return { ...cut, rest: trimmed.slice(0, at) };
  }
  return { zone: null, isNorthAmerican: false, rest: text };
}

function leadingOffset(text: string, maybeUnsigned: boolean): { minutes: number; length: number } | null {
  const signed = OFFSET.exec(text);
  const found = signed ?? (maybeUnsigned ? UNSIGNED.exec(text) : null);
  if (!found) return null;
  const [matched, sign, hours, minutes] = signed ?? [found[0], '+', found[1] ?? '0', found[2]];
  const total = offsetMinutes(sign ?? '+', hours ?? '0', minutes);
  return total === null ? null : { minutes: total, length: matched.length };
}
