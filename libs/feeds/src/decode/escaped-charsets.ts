import iconv from 'iconv-lite';

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

/** How the bytes of a stretch are written in the eight-bit sibling: as they are, or with a lead byte before each unit. */
type Charset = { width: 0 | 1 | 2; lead?: number };

const ASCII: Charset = { width: 0 };
const DOUBLE: Charset = { width: 2 };
const KATAKANA: Charset = { width: 1, lead: 0x8e };
const JIS_X_0212: Charset = { width: 2, lead: 0x8f };

/** What follows the escape character, and what it switches to; the last two only announce what "shift out" means. */
const ESCAPES = new Map<number, { charset: Charset; length: number }>(
  Object.entries({
    '(B': ASCII,
    '(J': ASCII,
    '(I': KATAKANA,
    '$@': DOUBLE,
    $B: DOUBLE,
    $A: DOUBLE,
    '$(C': DOUBLE,
    '$(D': JIS_X_0212,
    '$)A': ASCII,
    '$)C': ASCII,
  }).map(([sequence, charset]) => [keyOf(Buffer.from(sequence)), { charset, length: sequence.length }]),
);

function keyOf(bytes: Uint8Array, at = 0, length = bytes.length): number {
  let key = 0;
  for (let i = at; i < at + length; i++) key = (key << 8) | (bytes[i] ?? 0);
  return key;
}

/** The eight-bit sibling of each, which holds the same characters with the high bit set. */
const SIBLINGS: Record<string, string> = {
  'iso-2022-jp': 'eucjp',
  'iso-2022-kr': 'cp949',
  'iso-2022-cn': 'gbk',
  'hz-gb-2312': 'gbk',
};

/** Whether {@link decodeEscaped} reads an encoding. */
export function isEscaped(encoding: string): boolean {
  return encoding in SIBLINGS;
}

/** Whether seven-bit bytes switch to Japanese: XML has no use for an escape character, so they can mean nothing else. */
export function hasJapaneseEscape(bytes: Buffer): boolean {
  return bytes.includes('\u001b$B') || bytes.includes('\u001b$@');
}

/**
 * Decodes the encodings that switch between character sets by escape sequences, by rewriting them in their eight-bit
 * siblings: ISO-2022-JP (RFC 1468), ISO-2022-KR (RFC 1557), the GB 2312 part of ISO-2022-CN (RFC 1922), HZ (RFC 1843).
 */
export function decodeEscaped(bytes: Buffer, encoding: string): string {
  const sibling = SIBLINGS[encoding] ?? 'eucjp';
  return iconv.decode(encoding === 'hz-gb-2312' ? fromHz(bytes) : fromIso2022(bytes), sibling);
}

function fromIso2022(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 2);
  let length = 0;
  let charset = ASCII;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const escape = byte === ESC ? escapeAt(bytes, i) : null;
    if (escape) {
      charset = escape.charset;
      i += escape.length;
    } else if (byte === SHIFT_OUT || byte === SHIFT_IN) charset = byte === SHIFT_OUT ? DOUBLE : ASCII;
    else if (charset.width === 0 || !isGraphic(byte)) out[length++] = byte;
    else {
      if (charset.lead) out[length++] = charset.lead;
      out[length++] = byte | 0x80;
      const next = bytes[i + 1] ?? 0;
      if (charset.width === 2 && isGraphic(next)) {
        out[length++] = next | 0x80;
        i++;
      }
    }
  }
  return out.subarray(0, length);
}

function escapeAt(bytes: Buffer, at: number) {
  return ESCAPES.get(keyOf(bytes, at + 1, 2)) ?? ESCAPES.get(keyOf(bytes, at + 1, 3)) ?? null;
}

function isGraphic(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}

function fromHz(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let chinese = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const next = String.fromCharCode(bytes[i + 1] ?? 0);
    if (byte !== TILDE || !'{}~\n'.includes(next)) {
      out[length++] = chinese && isGraphic(byte) ? byte | 0x80 : byte;
      continue;
    }
    i++;
    if (next === '~') out[length++] = TILDE;
    else if (next !== '\n') chinese = next === '{';
  }
  return out.subarray(0, length);
}
