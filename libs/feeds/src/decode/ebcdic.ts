import { mapBytes } from './single-byte.js';

/** The first bytes of `<?xml` in every EBCDIC code page. */
const DECLARATION = Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]);

/** The 256 characters of code page 37 (USA, Canada). */
const IBM037 =
  '\x00\x01\x02\x03\x9c\x09\x86\x7f\x97\x8d\x8e\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x9d\x85\x08\x87\x18\x19\x92\x8f\x1c\x1d\x1e\x1f' +
  '\x80\x81\x82\x83\x84\x0a\x17\x1b\x88\x89\x8a\x8b\x8c\x05\x06\x07\x90\x91\x16\x93\x94\x95\x96\x04\x98\x99\x9a\x9b\x14\x15\x9e\x1a' +
  ' \xa0\xe2\xe4\xe0\xe1\xe3\xe5\xe7\xf1\xa2.<(+|&\xe9\xea\xeb\xe8\xed\xee\xef\xec\xdf!$*);\xac' +
  '-/\xc2\xc4\xc0\xc1\xc3\xc5\xc7\xd1\xa6,%_>?\xf8\xc9\xca\xcb\xc8\xcd\xce\xcf\xcc`:#@\'="' +
  '\xd8abcdefghi\xab\xbb\xf0\xfd\xfe\xb1\xb0jklmnopqr\xaa\xba\xe6\xb8\xc6\xa4' +
  '\xb5~stuvwxyz\xa1\xbf\xd0\xdd\xde\xae^\xa3\xa5\xb7\xa9\xa7\xb6\xbc\xbd\xbe[]\xaf\xa8\xb4\xd7' +
  '{ABCDEFGHI\xad\xf4\xf6\xf2\xf3\xf5}JKLMNOPQR\xb9\xfb\xfc\xf9\xfa\xff' +
  '\\\xf7STUVWXYZ\xb2\xd4\xd6\xd2\xd3\xd50123456789\xb3\xdb\xdc\xd9\xda\x9f';

/** The upper 192 characters of code page 875 (Greece); the control characters are those of code page 37. */
const IBM875 =
  ' \u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399[.<(+!&\u039a\u039b\u039c\u039d\u039e\u039f\u03a0\u03a1\u03a3]$*);^' +
  '-/\u03a4\u03a5\u03a6\u03a7\u03a8\u03a9\u03aa\u03ab|,%_>?\xa8\u0386\u0388\u0389\xa0\u038a\u038c\u038e\u038f`:#@\'="' +
  '\u0385abcdefghi\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\xb0jklmnopqr\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc' +
  '\xb4~stuvwxyz\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\xa3\u03ac\u03ad\u03ae\u03ca\u03af\u03cc\u03cd\u03cb\u03ce\u03c2\u03c4\u03c5\u03c6\u03c7\u03c8' +
  '{ABCDEFGHI\xad\u03c9\u0390\u03b0\u2018\u2015}JKLMNOPQR\xb1\xbd\ufffd\u0387\u2019\xa6' +
  '\\\ufffdSTUVWXYZ\xb2\xa7\ufffd\ufffd\xab\xac0123456789\xb3\xa9\ufffd\ufffd\xbb\x9f';

/** The characters in which a code page differs from code page 37. */
const VARIANTS: Record<string, [byte: number, character: string][]> = {
  ibm500: [
    [0x4a, '['],
    [0x4f, '!'],
    [0x5a, ']'],
    [0x5f, '^'],
    [0xb0, '\xa2'],
    [0xba, '\xac'],
    [0xbb, '|'],
  ],
  ibm1140: [[0x9f, '\u20ac']],
};

const ENCODINGS = new Set(['ibm037', 'ibm875', ...Object.keys(VARIANTS)]);

/** Whether a document begins with an XML declaration in EBCDIC. */
export function startsInEbcdic(bytes: Buffer): boolean {
  return bytes.subarray(0, DECLARATION.length).equals(DECLARATION);
}

/** Whether {@link decodeEbcdic} reads an encoding. */
export function isEbcdic(encoding: string): boolean {
  return ENCODINGS.has(encoding);
}

/** Decodes EBCDIC (code pages 37, 500, 875, 1140); its next-line characters become line feeds. */
export function decodeEbcdic(bytes: Buffer, encoding: string): string {
  const characters = [...(encoding === 'ibm875' ? IBM037.slice(0, 0x40) + IBM875 : IBM037)];
  for (const [byte, character] of VARIANTS[encoding] ?? []) characters[byte] = character;
  const table = Uint16Array.from(characters, (character) => character.charCodeAt(0));
  return mapBytes(bytes, table).replaceAll('\x85', '\n');
}
