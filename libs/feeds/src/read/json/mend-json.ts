/** What could be read, undefined where nothing could, and whether the end is missing. */
export type Mended = { value: unknown; isCut: boolean };

/**
 * Reads JSON that is not quite: with control characters in strings, commas before closing brackets, or without its end. Of
 * a document that was cut, the objects in the lists of the outermost object that were whole are kept. Linear.
 */
export function mendJson(json: string): Mended {
  // Line ends between the values become blanks, which mean the same.
  // eslint-disable-next-line no-control-regex
  const { text, whole } = scan(json.replace(/[\u0000-\u001f]/g, ' '));
  const value = tryParse(text);
  if (value !== undefined) return { value, isCut: false };
  return { value: tryParse(`${text.slice(0, whole)}]}`), isCut: true };
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** `text` has no comma before a bracket; the last whole object of a list in the outermost object ends at `whole`. */
function scan(json: string): { text: string; whole: number } {
  let text = '';
  let from = 0;
  let comma = -1;
  let depth = 0;
  let whole = 0;
  for (let at = 0; at < json.length; at++) {
    const mark = json[at] ?? '';
    if (mark === ' ') continue;
    if (comma >= 0 && (mark === '}' || mark === ']')) {
      text += json.slice(from, comma);
      from = at;
    }
    comma = mark === ',' ? at : -1;
    if (mark === '"') at = endOfString(json, at);
    else if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    if (mark === '}' && depth === 2) whole = text.length + at + 1 - from;
  }
  return { text: text + json.slice(from), whole };
}

/** The place of the quote that ends the string beginning at `start`, or of the last character. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at;
  }
  return json.length - 1;
}
