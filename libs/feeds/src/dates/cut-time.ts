import { leadingDayPart, trailingDayPart } from './day-parts.js';
import { hourOf24, timeOfDay } from './time-of-day.js';

/** What stands before and behind a time (null: there is none), and its milliseconds since midnight (null: impossible). */
export type CutTime = { before: string; after: string | null; time: number | null };

const CLOCK =
  /(?<![\d+:.]|\d\s?-)(\d{1,2})\s?:\s?(\d{1,2})(?:\s?:\s?(\d{1,2})(?:[.,](\d+)|:\d\d)?)?(?!\d|:\d)/;
/** "O'clock", behind the time. */
const CLOCK_WORD = /^\s*(?:بجے|بجې|بجو|बजे|uhr|hrs?|hours|o'clock)(?![\p{L}\p{M}])/u;
const HOUR_ALONE = [
  /(?<![\d:/.-])(\d{1,2})(?=\s?(?:[ap]\.?\s?m\b|بجے|بجې|بجو|बजे))/,
  /(?<=(?:ساعت|\bat|\bum|klo|kl\.?)\s)(\d{1,2})(?![\d/.-])/,
  /(?<=\d{4},?\s)(\d{1,2})(?=\s*(?:uhr|gmt|utc|z|[+-]\d{4})\b)/,
];

/** Hour, minute and second of Chinese, Japanese and Korean. */
const EASTERN = /(\d{1,2})\s?[時时點点시]\s?(?:(\d{1,2})\s?[分분]\s?)?(?:(\d{1,2})\s?[秒초])?/gu;

/** How others write a colon: 14h30, 14.30 Uhr; and the one too many of server logs. */
const COLONS: [form: RegExp, plain: string][] = [
  [/(?<=\d{4}):(?=\d{1,2}:\d\d)/g, ' '],
  [/\b(\d{1,2})\s?h\s?(\d{2})\b/g, '$1:$2'],
  [/\b(\d{1,2})\s?h(?=\s|$)/g, '$1:00'],
  [/\b(\d{1,2})\.(\d{2})(?=\s?uhr)/g, '$1:$2'],
];

/**
 * Finds the time of day in a plain text: "15:04", "3:04:05.678 p.m.", "رات 9 بجے", "14h30", "下午3时04分". Without any
 * time it is midnight.
 */
export function cutTime(text: string): CutTime {
  const plain = withColons(text);
  const found = [CLOCK, ...HOUR_ALONE].map((form) => form.exec(plain)).find((match) => match !== null);
  if (!found) return { before: plain, after: null, time: 0 };
  const [matched, hour, minute, second, fraction] = found;
  const earlier = trailingDayPart(plain.slice(0, found.index).replace(/(?<=\d)t$/, ''));
  const later = leadingDayPart(plain.slice(found.index + matched.length).replace(CLOCK_WORD, ''));
  const hours = hourOf24(Number(hour), later.part ?? earlier.part);
  const time = timeOfDay(hours, Number(minute ?? 0), Number(second ?? 0), fraction);
  return { before: earlier.rest, after: later.rest, time };
}

function withColons(text: string): string {
  const western = COLONS.reduce((plain, [form, colons]) => plain.replace(form, colons), text);
  return western.replace(
    EASTERN,
    (_, hour: string, minute = '00', second = '00') => `${hour}:${minute}:${second} `,
  );
}
