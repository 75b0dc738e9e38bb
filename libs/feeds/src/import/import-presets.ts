import type { ImportField } from './import-entry.js';

export type FileFormat = 'ndjson' | 'csv' | 'tsv';

/** The columns that may hold a field; the first that holds something counts. */
export type ColumnMap = Partial<Record<ImportField, string[]>>;

export type ImportPreset = {
  /** By name, or in files without a header by number, from "1". Names in a header may differ in case. */
  columns: ColumnMap;
  /** False where the first line is a record already. */
  header: boolean;
  /** Null where the name of the file tells. */
  format: FileFormat | null;
  /** False where quotation marks are part of the text. */
  quotes: boolean;
  /** Where a column holds more than the field: what cuts it out, empty where it is not there. */
  within: Partial<Record<ImportField, (text: string) => string>>;
};

const TABLE = { header: true, format: null, quotes: true, within: {} };

/**
 * The columns of files by whose they are.
 *
 * - `plain`: our own names, which `narrative export` writes too.
 * - `media-cloud`: search results as CSV, both of today's form (id, indexed_date, language, media_name, …) and of the one
 *   before it (stories_id, publish_date, …).
 * - `gdelt`: the article list of the DOC 2.0 API, as CSV (URL, MobileURL, Date, Title) or JSON (url, title, seendate, …).
 * - `gdelt-gkg`: the Global Knowledge Graph 2.1, 27 columns between tabs without a header (its codebook: 2 date, 4 outlet,
 *   5 address, 26 the language that was translated from, 27 extras with the title of the page).
 */
export const PRESETS = {
  plain: {
    ...TABLE,
    columns: {
      url: ['url'],
      title: ['title'],
      summary: ['summary'],
      author: ['author'],
      publishedAt: ['publishedAt'],
      language: ['language'],
      source: ['source', 'sourceId'],
    },
  },
  'media-cloud': {
    ...TABLE,
    columns: {
      url: ['url'],
      title: ['title'],
      publishedAt: ['publish_date'],
      language: ['language'],
      source: ['media_name'],
    },
  },
  gdelt: {
    ...TABLE,
    columns: {
      url: ['url'],
      title: ['title'],
      publishedAt: ['seendate', 'date'],
      language: ['language'],
      source: ['domain'],
    },
  },
  'gdelt-gkg': {
    ...{ header: false, format: 'tsv', quotes: false },
    columns: { url: ['5'], title: ['27'], publishedAt: ['2'], language: ['26'], source: ['4'] },
    within: {
      title: (extras) => between(extras, '<PAGE_TITLE>', '</PAGE_TITLE>'),
      language: (translation) => /srclc:([a-z]{2,3})/.exec(translation)?.[1] ?? '',
    },
  },
} satisfies Record<string, ImportPreset>;

/** By two searches, since a pattern would try every opening of a cell that never closes one: quadratic in its length. */
function between(text: string, opening: string, closing: string): string {
  const at = text.indexOf(opening);
  const end = at < 0 ? -1 : text.indexOf(closing, at);
  return end < 0 ? '' : text.slice(at + opening.length, end);
}

export const PRESET_NAMES = Object.keys(PRESETS);

/** The preset of this name, or null. */
export function presetNamed(name: string): ImportPreset | null {
  const presets: Record<string, ImportPreset> = PRESETS;
  return Object.hasOwn(presets, name) ? presets[name]! : null;
}
