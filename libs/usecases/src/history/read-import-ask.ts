import { OperatorError } from '#domain/errors.js';
import { encodingOf } from '#feeds/decode/encoding-labels.js';
import { IMPORT_FIELDS, type ImportField } from '#feeds/import/import-entry.js';
import { type ColumnMap, type FileFormat, PRESET_NAMES, presetNamed } from '#feeds/import/import-presets.js';
import type { RecordsFile } from '#feeds/import/records/records-file.js';

/** What a person says of a file of history. */
export type ImportAsk = {
  /** A file or folder, or "-" for standard input. */
  path: string;
  preset: string;
  /** Pairs of field and column, like `title=headline,publishedAt=date`. */
  map?: string;
  format?: string;
  encoding?: string;
  /** False where the first line is a record already. */
  header: boolean;
  /** From the beginning, though it was imported before. */
  again: boolean;
};

export const STANDARD_INPUT = '-';

/** Whose exports are known by name. */
export const IMPORT_PRESETS: readonly string[] = PRESET_NAMES;

const FORMATS: Record<string, FileFormat> = {
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'tsv',
};

/** How to read a file. Throws OperatorError that says what would be right. */
export function readImportAsk(ask: ImportAsk): RecordsFile {
  const preset = presetNamed(ask.preset);
  if (!preset)
    throw new OperatorError(`There is no preset "${ask.preset}": choose of ${PRESET_NAMES.join(', ')}.`);
  const map = ask.map === undefined ? {} : readMap(ask.map);
  return {
    name: ask.path === STANDARD_INPUT ? 'standard input' : ask.path,
    format: formatOf(ask, preset.format),
    encoding: ask.encoding === undefined ? null : readEncoding(ask.encoding),
    mapped: Object.keys(map) as ImportField[],
    preset: {
      ...preset,
      header: preset.header && ask.header,
      columns: { ...preset.columns, ...map },
    },
  };
}

/** Our names to the left, the file's to the right. */
function readMap(map: string): ColumnMap {
  const pairs = map.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  for (const [field, column] of pairs) {
    if (column && (IMPORT_FIELDS as readonly string[]).includes(field)) continue;
    throw new OperatorError(
      `--map cannot be read at "${field}=${column}": write it like title=headline,publishedAt=date. ` +
        `The fields are ${IMPORT_FIELDS.join(', ')}.`,
    );
  }
  return Object.fromEntries(pairs.map(([field, column]) => [field, [column]]));
}

function formatOf({ path, format }: ImportAsk, ofPreset: FileFormat | null): FileFormat {
  const ending = path.toLowerCase().replace(/\.gz$/, '').split('.').at(-1) ?? '';
  const named = format?.toLowerCase() ?? ofPreset ?? ending;
  if (Object.hasOwn(FORMATS, named)) return FORMATS[named]!;
  if (format !== undefined)
    throw new OperatorError(`There is no format "${format}": choose of ndjson, csv, tsv.`);
  throw new OperatorError(
    `The format of ${path === STANDARD_INPUT ? 'standard input' : path} is not clear: say --format ndjson, csv or tsv.`,
  );
}

function readEncoding(label: string): string {
  const encoding = encodingOf(label);
  if (encoding === null)
    throw new OperatorError(
      `There is no encoding "${label}": name one like utf-8, utf-16le, windows-1256 or windows-1252.`,
    );
  return encoding;
}
