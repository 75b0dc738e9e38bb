import { endOfString } from './json-object.js';

/** JSON without the commas that stand before a closing bracket. */
export function withoutLooseCommas(json: string): string {
  let text = '';
  let from = 0;
  let comma = -1;
  for (let at = 0; at < json.length; at++) {
    const mark = json[at];
    if (mark === ' ') continue;
    if (comma >= 0 && (mark === '}' || mark === ']')) {
      text += json.slice(from, comma);
      from = at;
    }
    comma = mark === ',' ? at : -1;
    if (mark === '"') at = endOfString(json, at);
  }
  return text + json.slice(from);
}
