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

/** The place of the quote that ends the string beginning at `start`, or of the last character. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at;
  }
  return json.length - 1;
}
