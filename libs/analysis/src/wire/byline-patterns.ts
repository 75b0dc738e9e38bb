import { normaliseText } from '#text/normalise.js';
import { AGENCY_FORMS, DATELINE_ONLY, type AgencyForm } from './agencies.js';

/** A pattern whose groups are `place`, where it has one, and `agency`. A text without the sign it needs is not searched. */
export type BylinePattern = {
  pattern: RegExp;
  where: 'start' | 'end';
  needs: '(' | '|' | '/' | ',' | ' ';
  summaryOnly: boolean;
};

const isLatin = ({ form }: AgencyForm): boolean => /[A-Za-z]/.test(form);

/** Short forms in Latin script are taken as written or in capitals only: "Ani" is a name, "ANI" an agency. */
function spellings(known: AgencyForm): string[] {
  const { form } = known;
  const written = [form, form.toUpperCase()];
  return isLatin(known) && form.length <= 4 ? written : [...written, normaliseText(form)];
}

/** The agency that a form stands for, by its spellings. */
export const AGENCY_OF: ReadonlyMap<string, string> = new Map(
  AGENCY_FORMS.flatMap((known) => spellings(known).map((spelling) => [spelling, known.agency] as const)),
);

const anyOf = (forms: string[]): string => [...new Set(forms)].join('|');
const latinOf = (forms: readonly AgencyForm[]): string =>
  anyOf(forms.filter(isLatin).flatMap(({ form }) => [form, form.toUpperCase()]));
const foldedOf = (forms: readonly AgencyForm[]): string =>
  anyOf(forms.filter((form) => !isLatin(form)).map(({ form }) => normaliseText(form)));
const strong = AGENCY_FORMS.filter(({ form }) => !DATELINE_ONLY.has(form));
const latinForms = (forms: readonly AgencyForm[]): string => `(?<agency>${latinOf(forms)})`;
const foldedForms = (forms: readonly AgencyForm[]): string => `(?<agency>${foldedOf(forms)})`;

const start = (needs: BylinePattern['needs'], source: string): BylinePattern => ({
  ...{ pattern: new RegExp(`^\\s*${source}`, 'u'), where: 'start', needs, summaryOnly: false },
});
const end = (needs: BylinePattern['needs'], source: string): BylinePattern => ({
  ...{ pattern: new RegExp(`${source}[.۔]?\\s*$`, 'u'), where: 'end', needs, summaryOnly: false },
});

/** What may follow an agency within the brackets of a dateline: a date, a second agency. */
const MORE = '(?:\\s*[,،/&:]\\s*[^()]{1,40})?\\s*';
/** At the end of a text only a second agency may: "(Reuters/Some One)" is a photographer. */
const moreAgencies = (forms: string): string => `(?:\\s*[,،/&]\\s*(?:${forms}))*\\s*`;
const DASH = '(?:[-–—:|ـ]+)';

const MAY_PRECEDE = '(?<=[\\s.!?"”’۔])';

/** For the text as written, since a place begins with a capital. */
export const LATIN_BYLINES: readonly BylinePattern[] = [
  // KABUL, Afghanistan (AP) — | ISLAMABAD, Nov 24 (APP):
  start(
    '(',
    `(?<place>[\\p{Lu}\\[][^()!?;:"“”]{1,60}?)\\s*\\(\\s*${latinForms(AGENCY_FORMS)}${MORE}\\)\\s*${DASH}`,
  ),
  // KABUL (AFP) Taliban …
  start(
    '(',
    `(?<place>\\p{Lu}[\\p{L}.'’-]*(?:[ ,]+\\p{Lu}[\\p{L}.'’-]*){0,3})\\s*\\(\\s*${latinForms(strong)}${MORE}\\)\\s`,
  ),
  start('(', `\\(\\s*${latinForms(strong)}${MORE}\\)\\s*${DASH}?`),
  // Tehran, IRNA – | KABUL/AFP –
  ...([',', '/'] as const).map((sign) =>
    start(
      sign,
      `(?<place>\\p{Lu}[^()!?;:"“”]{1,40}?)\\s*${sign}\\s*${latinForms(AGENCY_FORMS)}\\s*(?:[-–—/]+|:)\\s`,
    ),
  ),
  // Reuters | Kabul
  start('|', `${latinForms(strong)}\\s*\\|`),
  start(' ', `[Bb][Yy]\\s+${latinForms(strong)}(?=\\s*(?:$|[|–—-]|\\d)|\\s+\\p{Lu})`),
  end('(', `\\(\\s*${latinForms(strong)}${moreAgencies(latinOf(strong))}\\)`),
  end('|', `\\|\\s*${latinForms(strong)}`),
  // In a headline, "… – Reuters" may only say who reported it.
  { ...end(' ', `${MAY_PRECEDE}[-–—]{1,2}\\s?${latinForms(strong)}`), summaryOnly: true },
];

/** For the folded text. */
export const ARABIC_SCRIPT_BYLINES: readonly BylinePattern[] = [
  // کابل: (اے ایف پی) | کابل (پژواک، ۳ قوس):
  start(
    '(',
    `(?<place>[\\p{L}][^()!؟.۔]{0,45}?)[\\s:،,–—-]*\\(\\s*${foldedForms(AGENCY_FORMS)}${MORE}\\)\\s*${DASH}?`,
  ),
  start('(', `\\(\\s*${foldedForms(strong)}${MORE}\\)\\s*${DASH}?`),
  // تهران - ایرنا - | کابل/ باختر/
  start(' ', `(?<place>\\p{L}[^()!؟.۔:]{0,30}?)\\s*[/،,–—-]\\s*${foldedForms(AGENCY_FORMS)}\\s*[/:–—-]`),
  start('|', `${foldedForms(strong)}\\s*\\|`),
  end('(', `\\(\\s*${foldedForms(strong)}${moreAgencies(foldedOf(strong))}\\)`),
  end('|', `\\|\\s*${foldedForms(strong)}`),
  { ...end(' ', `${MAY_PRECEDE}[-–—]{1,2}\\s?${foldedForms(strong)}`), summaryOnly: true },
];
