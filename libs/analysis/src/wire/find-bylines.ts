import { normaliseText } from '#text/normalise.js';
import type { FieldText } from '../field-text.js';
import { AGENCY_OF, ARABIC_SCRIPT_BYLINES, LATIN_BYLINES, type BylinePattern } from './byline-patterns.js';

/** An agency's byline or dateline at `[start, end)` of the field's normalised text. */
export type Byline = { agency: string; start: number; end: number };

/** UTF-16 units at either end of a text in which a byline is looked for. */
const HEAD = 140;
const TAIL = 80;

/** Words of a dateline's place and date at most. */
const MAX_PLACE_WORDS = 9;

/** Words that make a sentence of what stands before an agency: it is then mentioned, not a byline. */
const SENTENCE_WORDS = new Set(
  (
    'the a an and of by to from in on at for with said says told according agency news reported quoting that who ' +
    'کے نے کی کا کو میں سے پر اور ادارے ادارہ ایجنسی خبررساں رساں مطابق که در از به با را خبرگزاری گزارش نقل ' +
    'د په چې له ته اژانس آژانس وینا'
  )
    .split(' ')
    .map(normaliseText),
);

/** What follows an agency where it is only quoted: "(اے ایف پی) کے مطابق". */
const QUOTED = new RegExp(
  `^\\s*(?:${['کے', 'نے', 'کو', 'گزارش', 'په', 'می', 'به'].map(normaliseText).join('|')})\\s`,
  'u',
);

export const ARABIC_LETTER = /[\u0620-\u06ff]/;

/** The bylines at the start and at the end of a field, in that order; never a mention within the text. */
export function findBylines(text: FieldText): Byline[] {
  const { original, normalised, field } = text;
  const latin = find(original, LATIN_BYLINES, field).map(({ start, end, ...rest }) => ({
    ...rest,
    start: foldedIndex(normalised.offsets, start),
    end: foldedIndex(normalised.offsets, end),
  }));
  if (!ARABIC_LETTER.test(normalised.text)) return latin;
  return [...latin, ...find(normalised.text, ARABIC_SCRIPT_BYLINES, field)].sort((a, b) => a.start - b.start);
}

function find(text: string, patterns: readonly BylinePattern[], field: FieldText['field']): Byline[] {
  const offset = Math.max(0, text.length - TAIL);
  return [
    ...findIn(text.slice(0, HEAD), 0, patterns, { where: 'start', field }),
    ...findIn(text.slice(offset), offset, patterns, { where: 'end', field }),
  ];
}

function findIn(
  part: string,
  offset: number,
  patterns: readonly BylinePattern[],
  place: { where: BylinePattern['where']; field: FieldText['field'] },
): Byline[] {
  for (const { pattern, where, needs, summaryOnly } of patterns) {
    if (where !== place.where || (summaryOnly && place.field === 'title') || !part.includes(needs)) continue;
    const found = pattern.exec(part);
    if (found && (where === 'end' ? !isAbbreviation(found) : isDateline(found)))
      return [bylineOf(found, offset)];
  }
  return [];
}

function isDateline(found: RegExpExecArray): boolean {
  const words = normaliseText(found.groups?.['place'] ?? '').split(/[^\p{L}\p{M}\p{N}]+/u);
  const after = found.input.slice(found.index + found[0].length);
  return (
    words.length <= MAX_PLACE_WORDS && !words.some((word) => SENTENCE_WORDS.has(word)) && !QUOTED.test(after)
  );
}

/** "Australian Federal Police (AFP)": the initials of what stands before it. */
function isAbbreviation(found: RegExpExecArray): boolean {
  const agency = found.groups!['agency']!;
  const capitals = found.input.slice(0, found.index).match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  return agency === agency.toUpperCase() && capitals.slice(-agency.length).join('') === agency;
}

function bylineOf(found: RegExpExecArray, offset: number): Byline {
  const start = offset + found.index;
  return { agency: AGENCY_OF.get(found.groups!['agency']!)!, start, end: start + found[0].length };
}

/** The first unit of the normalised text that comes from `original` or behind it. */
function foldedIndex(offsets: Uint32Array, original: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < original) low = middle + 1;
    else high = middle;
  }
  return low;
}
