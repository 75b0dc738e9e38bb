import { windows1252 } from './single-byte.js';

const CONTROL = /[\u0080-\u009f]/;

/**
 * Control characters U+0080 to U+009F mean nothing in a feed: they are windows-1252 that was taken for ISO 8859-1 on its
 * way to UTF-8, so they become the quotation marks and dashes they were. The five that windows-1252 leaves open stay.
 */
export function readStrayControls(text: string): string {
  if (!CONTROL.test(text)) return text;
  const table = windows1252();
  const bytes = Buffer.from(text, 'utf16le');
  for (let i = 0; i < bytes.length; i += 2) {
    const code = bytes[i] as number;
    if (bytes[i + 1] === 0 && code >= 0x80 && code < 0xa0) bytes.writeUInt16LE(table[code] as number, i);
  }
  return bytes.toString('utf16le');
}
