/** Control characters, and those that turn the direction of what follows: a terminal obeys both. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text of others on one line of a terminal: what would command the terminal becomes a blank. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}

/** The same of a message of several lines, which stay apart. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

export function isPrintable(text: string): boolean {
  return printable(text) === text;
}
