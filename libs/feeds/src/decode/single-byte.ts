import iconv from 'iconv-lite';

/** What iconv-lite calls otherwise. */
const ICONV_NAMES: Record<string, string> = {
  'iso-8859-8-i': 'iso-8859-8',
  'x-mac-cyrillic': 'macukraine',
  'koi8-t': 'koi8t',
};

const EURO = 0x20ac;

/** Where the tables of the Encoding Standard and those of iconv-lite differ, apart from {@link fillControls}. */
const CORRECTIONS: Record<string, [byte: number, code: number][]> = {
  'koi8-u': [
    [0xae, 0x45e],
    [0xbe, 0x40e],
  ],
  macintosh: [
    [0xbd, 0x3a9],
    [0xdb, EURO],
    [0xf0, 0xf8ff],
  ],
  'x-mac-cyrillic': [[0xff, EURO]],
  macgreek: [[0x9c, EURO]],
  maciceland: [[0xdb, EURO]],
};

const UNMAPPED = 0xfffd;
const tables = new Map<string, Uint16Array>();

/**
 * Decodes an encoding of one byte a character as the Encoding Standard (section 9, and its indexes) says, whatever the
 * runtime: `TextDecoder` of Node 20 reads windows-1252 as ISO 8859-1. Linear; 10 MB take some 25 ms.
 */
export function decodeSingleByte(bytes: Buffer, encoding: string): string {
  return mapBytes(bytes, tableOf(encoding));
}

/** The text whose UTF-16 unit for each byte is the one that a table of 256 has for it. */
export function mapBytes(bytes: Uint8Array, table: Uint16Array): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) units[i] = table[bytes[i] as number] as number;
  return Buffer.from(units.buffer).toString('utf16le');
}

/** The code of the character of windows-1252 for each byte. */
export function windows1252(): Uint16Array {
  return tableOf('windows-1252');
}

function tableOf(encoding: string): Uint16Array {
  let table = tables.get(encoding);
  if (!table)
    tables.set(encoding, (table = encoding === 'x-user-defined' ? userDefined() : standard(encoding)));
  return table;
}

/** Section 14.5: the upper half is a private area. */
function userDefined(): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : 0xf700 + byte));
}

function standard(encoding: string): Uint16Array {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const text = iconv.decode(bytes, ICONV_NAMES[encoding] ?? encoding.replace(/^ibm/, 'cp'));
  const table = Uint16Array.from(text, (character) => character.charCodeAt(0));
  if (encoding.startsWith('windows-')) fillControls(table);
  for (const [byte, code] of CORRECTIONS[encoding] ?? []) table[byte] = code;
  return table;
}

/** Bytes 80 to 9F that a Windows code page leaves open are the control characters of the same number. */
function fillControls(table: Uint16Array): void {
  for (let byte = 0x80; byte < 0xa0; byte++) if (table[byte] === UNMAPPED) table[byte] = byte;
}
