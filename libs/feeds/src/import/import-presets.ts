import type { ColumnMap } from './import-entry.js';

export type FileFormat = 'ndjson' | 'csv' | 'tsv';

export type ImportPreset = {
  columns: ColumnMap;
  /** False where the first line is a record already. */
  header: boolean;
  /** Null where the name of the file tells. */
  format: FileFormat | null;
  /** The pattern within a column that holds the title, where the column holds more. */
  titleWithin?: RegExp;
};

/**
 * Columns by their names in the exports of others: Media Cloud's search results as CSV; the article list of GDELT's DOC
 * 2.0 API as CSV, or the articles of its JSON one a line; GDELT's Global Knowledge Graph 2.1, whose 27 columns have no
 * header (its codebook: 2 date, 4 outlet, 5 address, 27 extras with the page's title).
 */
export const PRESETS = {
  plain: {
    columns: {
      url: 'url',
      title: 'title',
      summary: 'summary',
      author: 'author',
      publishedAt: 'publishedAt',
      language: 'language',
      source: 'source',
    },
    header: true,
    format: null,
  },
  'media-cloud': {
    columns: {
      url: 'url',
      title: 'title',
      publishedAt: 'publish_date',
      language: 'language',
      source: 'media_name',
    },
    header: true,
    format: null,
  },
  gdelt: {
    columns: { url: 'URL', title: 'Title', publishedAt: 'Date' },
    header: true,
    format: null,
  },
  'gdelt-json': {
    columns: { url: 'url', title: 'title', publishedAt: 'seendate', language: 'language', source: 'domain' },
    header: true,
    format: 'ndjson',
  },
  'gdelt-gkg': {
    columns: { url: '5', title: '27', publishedAt: '2', source: '4' },
    header: false,
    format: 'tsv',
    titleWithin: /<PAGE_TITLE>(.*?)<\/PAGE_TITLE>/s,
  },
} as const satisfies Record<string, ImportPreset>;

export type PresetName = keyof typeof PRESETS;
