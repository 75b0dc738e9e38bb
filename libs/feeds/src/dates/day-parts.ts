import { normaliseText } from '#text/normalise.js';
import { type DayPart } from './time-of-day.js';

/** What people write beside an hour of twelve; words of one phrase by "_". */
const PHRASES: Record<DayPart, string> = {
  am:
    'am a.m. a.m a._m. a_m صبح ق.ظ. ق.ظ قظ قبل_از_ظهر بامداد غ.م. غ.م صباحا صباحاً ص पूर्वाह्न सुबह ' +
    '오전 上午 早上 凌晨 午前 πμ π.μ. de. утра',
  pm:
    'pm p.m. p.m p._m. p_m شام سہ_پہر سه_پهر ب.ظ. ب.ظ بظ بعد_از_ظهر عصر غ.و. غ.و مساء مساءً م अपराह्न शाम ' +
    '오후 下午 晚上 午後 μμ μ.μ. du. вечера дня',
  night: 'رات شب रात ночи',
  noon: 'noon دوپہر ظهر ظهرا दोपहर 中午 정오',
};

const byPhrase = new Map<string, DayPart>();
for (const [part, phrases] of Object.entries(PHRASES) as [DayPart, string][]) {
  for (const phrase of phrases.split(' ')) byPhrase.set(normaliseText(phrase.replaceAll('_', ' ')), part);
}

const ANY = [...byPhrase.keys()]
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.replaceAll('.', '\\.'))
  .join('|');
const BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(${ANY})\\s*$`, 'u');
const AFTER = new RegExp(`^\\s*(${ANY})(?![\\p{L}\\p{M}])`, 'u');

/** A text with the part of the day cut off that stands at the given end of it. */
export type CutDayPart = { part: DayPart | null; rest: string };

/** The part of the day that a plain text begins with: "pm", "بجے شام", "오후". */
export function leadingDayPart(text: string): CutDayPart {
  const found = AFTER.exec(text);
  return { part: partOf(found?.[1]), rest: text.slice(found?.[0].length ?? 0) };
}

/** The part of the day that a plain text ends with. */
export function trailingDayPart(text: string): CutDayPart {
  const found = BEFORE.exec(text);
  return { part: partOf(found?.[1]), rest: text.slice(0, text.length - (found?.[0].length ?? 0)) };
}

function partOf(phrase: string | undefined): DayPart | null {
  return phrase === undefined ? null : (byPhrase.get(phrase) ?? null);
}
