import { OperatorError } from '#domain/errors.js';
import type { Line } from '../lines/read-lines.js';
import { checkColumns } from './check-columns.js';
import { isObject, type JsonObject } from '../../read/json/json-object.js';
import { jsonValue, valueAt } from './json-value.js';
import { broken, type RawRecord, TOO_LONG } from './raw-record.js';
import type { RecordsFile } from './records-file.js';

/** A document is read as a whole, so its length is limited; in UTF-16 units. */
const MAX_DOCUMENT = 32 * 1_024 * 1_024;

/** A list, or an object that holds GDELT's list of articles: one document, not one object a line. */
const DOCUMENT = /^\s*(?:\[|\{\s*$|\{\s*"articles"\s*:\s*\[)/;

/**
 * The records of NDJSON, some at a time, or those of one JSON document that lists them. Rejects with OperatorError where
 * none of the first records has the columns that are asked for, and for a document that is too long or no JSON.
 */
export async function* jsonRecords(
  lines: AsyncIterable<Line[]>,
  file: RecordsFile,
): AsyncGenerator<RawRecord[]> {
  let document: JsonDocument | null | undefined;
  for await (const part of lines) {
    const filled = part.filter(({ text }) => text.trim());
    const [first] = filled;
    if (!first) continue;
    if (document === undefined) {
      document = DOCUMENT.test(first.text) ? new JsonDocument(file) : null;
      if (document === null)
        checkObjects(
          filled.map(({ text }) => jsonValue(text)),
          file,
        );
    }
    if (document) document.take(filled);
    else yield filled.map(recordOfLine);
  }
  if (document) yield document.records();
}

function recordOfLine({ text, isCut }: Line): RawRecord {
  return isCut ? broken(text, TOO_LONG) : recordOf(text, () => jsonValue(text));
}

function recordOf(text: string, valueOf: () => unknown): RawRecord {
  return {
    text,
    read: () => {
      const value = valueOf();
      if (!isObject(value)) return { ok: false, reason: 'this is no JSON object' };
      return { ok: true, fields: (column) => valueAt(value, column) };
    },
  };
}

function checkObjects(values: unknown[], file: RecordsFile): void {
  const objects = values.filter(isObject);
  if (objects.length === 0) return;
  const names = new Set(objects.flatMap((object: JsonObject) => Object.keys(object)));
  checkColumns(file, [...names], (column) => objects.some((object) => valueAt(object, column) !== undefined));
}

/** One JSON document, put together from its lines. */
class JsonDocument {
  private readonly texts: string[] = [];
  private length = 0;

  constructor(private readonly file: RecordsFile) {}

  take(lines: Line[]): void {
    for (const { text, isCut } of lines) {
      this.texts.push(text);
      this.length += text.length;
      if (isCut || this.length > MAX_DOCUMENT)
        throw this.error('is too long to be read as one JSON document');
    }
  }

  records(): RawRecord[] {
    const value = jsonValue(this.texts.join('\n'));
    const list = isObject(value) ? Object.values(value).find(Array.isArray) : value;
    if (!Array.isArray(list)) throw this.error('is no JSON document that lists articles');
    checkObjects(list, this.file);
    return list.map((entry: unknown) => recordOf(JSON.stringify(entry), () => entry));
  }

  private error(what: string): OperatorError {
    return new OperatorError(
      `${this.file.name} ${what}. Write one object a line, for instance with jq -c '.[]', and import that.`,
    );
  }
}
