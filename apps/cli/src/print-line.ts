import { once } from 'node:events';

/** A reader that has seen enough, such as head, is no failure. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}

/** What JSON leaves as it is though a terminal obeys it, or takes it for the end of a line. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value as JSON on one line. */
export function jsonLine(value: unknown): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(UNSAFE, escaped)}\n`;
}

/** Prints a value as one line of JSON, no faster than the reader reads. */
export async function printLine(value: unknown): Promise<void> {
  if (!process.stdout.write(jsonLine(value))) await once(process.stdout, 'drain');
}
