import { type Month, monthNamed } from './month-names.js';
import { normaliseText } from '#text/normalise.js';
import { weekdayNamed } from './weekday-names.js';

/** A number of a date as it was written; `isYear` by an apostrophe ('23), four digits, or more than any month has days. */
export type DateNumber = { digits: string; isYear: boolean };

/** What the words and numbers of a date say; the month is null where it is a number too. */
export type DateWords = { numbers: DateNumber[]; month: Month | null; weekday: number | null };

/** What says nothing: ordinals, articles, "year", marks of the era, labels. */
const FILLERS = new Set(
  normaliseText(
    'st nd rd th er ere º ª e a o i the of on at de del di du le la les el il den der die das dem am um klo kl em den ' +
      'dia od no in il à às alle year date time day published posted updated created pubdate ad ce г год года року р ' +
      'r roku t az ην ης ος ή στις στις και uhr h min s ' +
      'ء ع م مه مې مۍ ام و د په نېټه نیټه کال تاریخ بتاریخ مورخ مورخه بوقت کو بجے ساعت سال عیسوی میلادی شمسی ' +
      'خورشیدی هجری ه هش ش روز الموافق يوم في من عام سنة الساعة को बजे दिनांक सन ई',
  ).split(' '),
);

/** The ordinals of Pashto are written onto their number, and one of them is also the Persian May. */
const TOKEN = /(['’]?)(\d+)(?:(?:م[هېۍ]?|ام)(?![\p{L}\p{M}]))?|[\p{L}\p{M}]+/gu;
const MAX_NUMBERS = 3;
const MAX_DAY = 31;

type Word = { month: Month | null; weekday: number | null };

/**
 * Takes a date without its time to pieces. Words that mean nothing are passed over only before the first number or month
 * (`prefix`: "Published on", "Kabul:"); one in between or behind makes the date unreadable: null. So do two months, or
 * more than three numbers.
 */
export function readDateWords(prefix: string, suffix: string): DateWords | null {
  const numbers: DateNumber[] = [];
  const words: Word[] = [];
  let started = false;
  for (const [text, mayBegin] of [
    [prefix, true],
    [suffix, false],
  ] as const) {
    for (const token of tokensOf(text)) {
      if (token.number) numbers.push(token.number);
      else if (token.word) words.push(token.word);
      else if (token.isFiller) continue;
      else if (started || !mayBegin) return null;
      started ||= token.number !== null || token.word?.month != null;
    }
  }
  const month = monthOf(words);
  if (month === 'several' || numbers.length > MAX_NUMBERS) return null;
  return { numbers, month, weekday: words.find((word) => word.weekday !== null)?.weekday ?? null };
}

type Token = { number: DateNumber | null; word: Word | null; isFiller: boolean };

/** A name of two words ("تشرين الأول", "سه شنبه") is one token. */
function tokensOf(text: string): Token[] {
  const matches = [...text.matchAll(TOKEN)];
  const tokens: Token[] = [];
  for (let i = 0; i < matches.length; i++) {
    const [matched = '', apostrophe = '', digits = ''] = matches[i] ?? [];
    const pair = digits ? null : wordOf(matched + (matches[i + 1]?.[0] ?? ''));
    const word = pair ?? wordOf(matched);
    if (pair) i++;
    const number = digits ? { digits, isYear: isYear(apostrophe, digits) } : null;
    tokens.push({ number, word, isFiller: FILLERS.has(matched) });
  }
  return tokens;
}

function isYear(apostrophe: string, digits: string): boolean {
  return apostrophe !== '' || digits.length > 2 || Number(digits) > MAX_DAY;
}

function wordOf(name: string): Word | null {
  const month = monthNamed(name);
  const weekday = weekdayNamed(name);
  return month || weekday !== null ? { month, weekday } : null;
}

/** "mar." is Tuesday in one language and March in another: beside another month it is the day. */
function monthOf(words: Word[]): Month | null | 'several' {
  const months = words.filter((word) => word.month);
  const certain = months.filter((word) => word.weekday === null);
  if (certain.length > 1) return 'several';
  return (certain[0] ?? months.at(-1))?.month ?? null;
}
