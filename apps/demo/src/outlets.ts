import { type Language, type Tone } from './phrases/topic.js';

/** An invented outlet, in the words of `config/sources.yaml`, and how it writes. */
export type Outlet = {
  id: string;
  name: string;
  country: string;
  bloc: string;
  kind: string;
  format: 'rss' | 'atom';
  /** Languages it writes in; more than one makes the source `mixed`. */
  languages: readonly [Language, ...Language[]];
  /** Items on an ordinary day. */
  perDay: number;
  /** How often it writes in each tone, where a theme allows all three. */
  tones: Record<Tone, number>;
};

const grim = { negative: 5, neutral: 3, positive: 2 };
const even = { negative: 3, neutral: 4, positive: 3 };
const sunny = { negative: 2, neutral: 4, positive: 4 };

/** The agency whose copy others reprint. */
export const WIRE = 'sample-wire-service';
/** The outlet that falls silent for a week. */
export const SILENT = 'sample-kabul-daily';
/** The outlet that edits headlines after publication. */
export const EDITOR = 'sample-post-pk';

/** Every outlet of the demo; one or more for each press bloc, and all four languages. */
export const OUTLETS: readonly Outlet[] = [
  outlet('sample-post-pk', 'Sample Post (PK)', 'PK', 'pakistani', 'press', 'rss', ['en'], 4.5, even),
  outlet(
    'sample-tribune-urdu',
    'Sample Tribune Urdu (PK)',
    'PK',
    'pakistani',
    'press',
    'rss',
    ['ur'],
    4.5,
    even,
  ),
  outlet(
    'sample-kabul-daily',
    'Sample Kabul Daily',
    'AF',
    'afghan-independent',
    'press',
    'rss',
    ['en'],
    3.5,
    grim,
  ),
  outlet(
    'sample-dari-mirror',
    'Sample Dari Mirror',
    'AF',
    'afghan-independent',
    'press',
    'atom',
    ['prs'],
    3,
    grim,
  ),
  outlet(
    'sample-pashto-voice',
    'Sample Pashto Voice',
    'AF',
    'afghan-independent',
    'press',
    'rss',
    ['ps'],
    3,
    even,
  ),
  outlet(
    'sample-bakhtar-wire',
    'Sample Bakhtar Wire (Taliban-run)',
    'AF',
    'taliban-run',
    'official',
    'atom',
    ['en', 'ps', 'prs'],
    3,
    sunny,
  ),
  outlet(
    'sample-delhi-chronicle',
    'Sample Delhi Chronicle (IN)',
    'IN',
    'indian',
    'press',
    'rss',
    ['en'],
    2.5,
    grim,
  ),
  outlet(
    'sample-tehran-bulletin',
    'Sample Tehran Bulletin (IR)',
    'IR',
    'iranian',
    'press',
    'rss',
    ['en'],
    2,
    even,
  ),
  outlet('sample-gulf-gazette', 'Sample Gulf Gazette (QA)', 'QA', 'gulf', 'press', 'atom', ['en'], 2, sunny),
  outlet(
    'sample-wire-service',
    'Sample Wire Service (GB)',
    'GB',
    'western',
    'agency',
    'rss',
    ['en'],
    3,
    even,
  ),
  outlet(
    'sample-relief-office',
    'Sample Relief Office (international)',
    'unknown',
    'international',
    'official',
    'rss',
    ['en'],
    1.2,
    even,
  ),
  outlet(
    'sample-silk-road-review',
    'Sample Silk Road Review (UZ)',
    'UZ',
    'regional',
    'think-tank',
    'atom',
    ['en'],
    1,
    sunny,
  ),
  outlet(
    'sample-border-talk',
    'Sample Border Talk (social)',
    'unknown',
    'social',
    'social',
    'rss',
    ['en', 'ur'],
    2,
    grim,
  ),
  outlet(
    'sample-nameless-bulletin',
    'Sample Nameless Bulletin',
    'unknown',
    'unknown',
    'press',
    'rss',
    ['en'],
    0.8,
    grim,
  ),
];

/** The host of an outlet's articles. `.example` is reserved, so no such site can exist (RFC 2606). */
export function hostOf(outlet: Pick<Outlet, 'id'>): string {
  return `${outlet.id}.example`;
}

/** The language that all of an outlet's items have, or null where it mixes them. */
export function onlyLanguage(outlet: Outlet): Language | null {
  return outlet.languages.length === 1 ? outlet.languages[0] : null;
}

function outlet(
  id: string,
  name: string,
  country: string,
  bloc: string,
  kind: string,
  format: Outlet['format'],
  languages: Outlet['languages'],
  perDay: number,
  tones: Outlet['tones'],
): Outlet {
  return { id, name, country, bloc, kind, format, languages, perDay, tones };
}
