import { normaliseText } from '#text/normalise.js';
import type { FieldText } from '../field-text.js';
import { findBylines } from '../wire/find-bylines.js';

/** `[start, end)` of a field's normalised text. */
export type Cut = { start: number; end: number };

/** A text that has none of the signs is not searched. */
type Phrase = { signs: string[]; pattern: RegExp };

/** What outlets put around a report: invitations, links to the rest, the notice of a republished feed. */
const PHRASES: Phrase[] = [
  {
    signs: ['the post '],
    pattern: /\bthe post .{1,300}? (?:first )?appeared (?:first )?on .{1,80}$/,
  },
  {
    signs: ['continue reading', 'read more', 'read on', 'read the full', 'click here'],
    pattern:
      /\b(?:continue reading|read more|read on|read the full (?:story|article)|click here)\b[^.]{0,60}[.… ]*$/,
  },
  { signs: ['follow our '], pattern: /\bfollow our [^.]{1,60}? for (?:the )?latest updates/ },
  {
    signs: ['get our '],
    pattern: /\bget our [^.]{1,60}?(?:e-?mails?|newsletters?)\b(?:, free app or daily news podcast)?/,
  },
  {
    signs: ['sign up '],
    pattern: /(?:\bif you haven.?t yet, )?\bsign up (?:here|for|to)\b[^.]{0,80}/,
  },
  { signs: ['subscribe '], pattern: /\bsubscribe (?:here|for|to|now)\b[^.]{0,80}/ },
  {
    signs: ['newsletter '],
    pattern: /\bthis is [^.]{1,60}, (?:the|our) (?:\w+ )?newsletter [^.]*\.?/,
  },
  { signs: ['welcome to '], pattern: /^welcome to [^.]*\./ },
  { signs: ['rate, review'], pattern: /\brate, review\b[^.]{0,160}/ },
  { signs: ['see all our '], pattern: /\bsee all our [^.]{1,60}? coverage/ },
  { signs: ['follow us on '], pattern: /\bfollow us on [^.]{1,80}/ },
  ...['مزید پڑھیں', 'یہ بھی پڑھیں', 'ادامه مطلب', 'ادامه خبر', 'بیشتر بخوانید', 'نور ولولئ', 'نور ولولی'].map(
    (phrase): Phrase => {
      const sign = normaliseText(phrase);
      return { signs: [sign], pattern: new RegExp(`${sign}.{0,80}$`) };
    },
  ),
];

/** "ISLAMABAD: " and "DUBAI, United Arab Emirates — ", in the text as written. */
const DATELINE = /^\s*\p{Lu}{3}[\p{Lu}'’.-]*(?:[ ,/]+[\p{L}\d][\p{L}\d.'’-]*){0,6}\s*(?::|\s[–—-]{1,2}\s)/u;
/** "اسلام آباد: ": at most three words and a colon. */
const SCRIPT_DATELINE = /^[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){0,2} ?:/;

/** The credit that a caption ends with: "(Name/Agency)", "(Agency via Getty Images)", "REUTERS/Name". */
const CREDIT =
  /\((?=[^()]*(?:\p{L}{2}\s*\/\s*\p{L}{2}|\b(?:via|getty|courtesy|handout|screenshot|photo|pa wire)\b))[^()]{1,140}\)[. ]*$|\b(?:reuters|afp|ap|getty images)\/[\p{L} .'-]{3,40}$/u;
const LONGEST_CREDIT = 160;

/** What of a field is not the report's own wording: datelines, bylines, boilerplate. The whole of a photo's caption is. */
export function boilerplateOf(text: FieldText): Cut[] {
  const { normalised, field } = text;
  const all = normalised.text;
  const cuts: Cut[] = findBylines(text);
  if (field === 'title') return cuts;
  const isSigned = cuts.some(({ end }) => end === all.length);
  if (!isSigned && isCredited(all)) return [{ start: 0, end: all.length }];
  const dateline = DATELINE.exec(text.original.slice(0, 100))?.[0].length ?? 0;
  if (dateline > 0) cuts.push({ start: 0, end: normalised.offsets.findIndex((at) => at >= dateline) });
  const scriptDateline = SCRIPT_DATELINE.exec(all);
  if (scriptDateline) cuts.push({ start: 0, end: scriptDateline[0].length });
  for (const { signs, pattern } of PHRASES) {
    const found = signs.some((sign) => all.includes(sign)) ? pattern.exec(all) : null;
    if (found) cuts.push({ start: found.index, end: found.index + found[0].length });
  }
  return cuts;
}

function isCredited(text: string): boolean {
  const end = text.slice(-LONGEST_CREDIT);
  return (end.includes('(') || end.includes('/')) && CREDIT.test(end);
}
