type Signature = [encoding: string, bytes: number[]];

const MARKS: Signature[] = [
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** How many bytes a character of a wide encoding takes, and which of them holds an ASCII character. */
const SHAPES: [encoding: string, width: number, at: number][] = [
  ['utf-32le', 4, 0],
  ['utf-32be', 4, 3],
  ['utf-16le', 2, 0],
  ['utf-16be', 2, 1],
];

/** How many characters of the start of a document must be ASCII for its shape to show. */
const SHAPE_CHARACTERS = 2;

/**
 * The encoding that a byte order mark announces, and the bytes behind it. A mark of UTF-16 before plain ASCII markup is
 * a lie: the encoding is then null. Null where there is no mark.
 */
export function readMark(bytes: Buffer): { encoding: string | null; rest: Buffer } | null {
  const mark = MARKS.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (!mark) return null;
  const rest = bytes.subarray(mark[1].length);
  const lies = mark[0].startsWith('utf-16') && /^<[a-z!?]/i.test(rest.toString('latin1', 0, 2));
  return { encoding: lies ? null : mark[0], rest };
}

/** Whether a character of an encoding takes two bytes at least. */
export const isWide = (encoding: string): boolean => /^utf-(16|32)/.test(encoding);

/** UTF-16 or UTF-32 without a mark, by the zeros between the first characters, which are markup or JSON. */
export function wideShapeOf(bytes: Buffer): string | null {
  return SHAPES.find(([, width, at]) => hasShape(bytes, width, at))?.[0] ?? null;
}

function hasShape(bytes: Buffer, width: number, at: number): boolean {
  if (bytes.length < SHAPE_CHARACTERS * width) return false;
  for (let i = 0; i < SHAPE_CHARACTERS * width; i++) {
    const byte = bytes[i] as number;
    const isAscii = byte >= 0x09 && byte < 0x7f;
    if (i % width === at ? !isAscii : byte !== 0) return false;
  }
  return true;
}
