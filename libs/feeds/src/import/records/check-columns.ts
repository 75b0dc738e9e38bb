import { OperatorError } from '#domain/errors.js';
import { type ImportField, NEEDED_FIELDS } from '../import-entry.js';
import { type ColumnMap, type ImportPreset, PRESETS } from '../import-presets.js';
import type { RecordsFile } from './records-file.js';

/** Column names that an error lists; more would hide what it says. */
const MAX_NAMED = 40;

/**
 * Throws OperatorError where none of the columns for a field is there that a record needs or that was mapped by hand: it
 * would reject every record of the file.
 */
export function checkColumns(
  { name, preset, mapped }: RecordsFile,
  found: string[],
  has: (column: string) => boolean,
): void {
  const fields = new Set<ImportField>([...NEEDED_FIELDS, ...mapped]);
  const missing = [...fields].filter((field) => !hasField(field, preset.columns, has));
  if (missing.length === 0) return;
  const lacks = missing.map((field) => describe(field, preset.columns)).join(', ');
  throw new OperatorError([`${name} has no ${lacks}.`, describeFound(found, preset), advice(has)].join('\n'));
}

function hasField(field: ImportField, columns: ColumnMap, has: (column: string) => boolean): boolean {
  return (columns[field] ?? []).some(has);
}

function describe(field: ImportField, columns: ColumnMap): string {
  const names = (columns[field] ?? []).map((column) => `"${column}"`).join(' or ');
  return names ? `column ${names} (${field})` : `column for ${field}`;
}

function describeFound(found: string[], { header }: ImportPreset): string {
  if (!header) return `Its first line has ${found.length} columns.`;
  const more = found.length > MAX_NAMED ? `, and ${found.length - MAX_NAMED} more` : '';
  return `Its columns are: ${found.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

/** Another preset that fits, or how to name columns. */
function advice(has: (column: string) => boolean): string {
  const fitting = Object.entries(PRESETS).find(
    ([, { header, columns }]) => header && NEEDED_FIELDS.every((field) => hasField(field, columns, has)),
  );
  if (fitting) return `They are those of --preset ${fitting[0]}.`;
  return 'Say which is which with --map, like --map title=headline,publishedAt=date.';
}
