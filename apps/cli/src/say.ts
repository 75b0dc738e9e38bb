import { printableLines } from '#domain/printable.js';

/** Prints a message, in which texts of others cannot command the terminal. */
export function say(message: string): void {
  console.log(printableLines(message));
}

/** The same on standard error; the program ends with code 1 then. */
export function complain(message: string): void {
  console.error(printableLines(message));
  process.exitCode = 1;
}
