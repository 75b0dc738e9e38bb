import { tryParse } from './json-object.js';
import { withoutLooseCommas } from './without-loose-commas.js';

/** Stands in a list for an object that cannot be read. */
export const UNREADABLE = Symbol('unreadable');

const ITEMS = /"items"\s*:\s*\[/;

/** What may follow a string that has ended; a quote before anything else was written within a text. */
const BEHIND_STRING = / {0,20}(?:[:}\]]|, {0,20}(?:["{[\d-]|true\b|false\b|null\b)|$)/y;

/**
 * The feed and those of its items that are whole and valid, with {@link UNREADABLE} in the place of the others; undefined
 * where there is no list of items, or what stands before it is no JSON.
 */
export function salvageItems(json: string): { value: unknown; isCut: boolean } {
  const found = ITEMS.exec(json);
  if (!found) return { value: undefined, isCut: true };
  const start = found.index + found[0].length;
  const { objects, end } = objectsIn(json, start);
  const items = objects.map(
    (source) => tryParse(source) ?? tryParse(withoutLooseCommas(source)) ?? UNREADABLE,
  );
  const head = json.slice(0, start);
  const whole = end === null ? undefined : tryParse(withoutLooseCommas(head + json.slice(end)));
  const feed = whole ?? tryParse(`${head}]}`);
  const value = typeof feed === 'object' && feed !== null ? { ...feed, items } : undefined;
  return { value, isCut: end === null };
}

/** The sources of the objects in the list that begins at `start`, and the place of its bracket if it is ended. */
function objectsIn(json: string, start: number): { objects: string[]; end: number | null } {
  const objects: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < json.length; at++) {
    const mark = json[at];
    if (mark === '"') at = endOfText(json, at);
    else if (mark === '{' && depth++ === 0) from = at;
    else if (mark === '[') depth++;
    else if (mark === ']' && depth === 0) return { objects, end: at };
    else if (mark === '}' || mark === ']') depth = Math.max(0, depth - 1);
    if (mark === '}' && depth === 0) objects.push(json.slice(from, at + 1));
  }
  return { objects, end: null };
}

/** The end of a string that may have quotes within it. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') {
      BEHIND_STRING.lastIndex = at + 1;
      if (BEHIND_STRING.test(json)) return at;
    }
  }
  return json.length;
}
