export type JsonObject = Record<string, unknown>;

/** Levels of lists and objects within each other that are read; a feed has four. */
const MAX_DEPTH = 200;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What JSON says; undefined for what is no JSON, and for what is nested deeper than any feed. */
export function tryParse(json: string): unknown {
  if (isTooDeep(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Looked at before parsing: ten million brackets take the parser more than a second and most of a gigabyte. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const mark = json[at];
    if (mark === '"') at = endOfString(json, at);
    else if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** The place of the quote that ends the string beginning at `start`, or of the last character. */
export function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at;
  }
  return json.length - 1;
}
