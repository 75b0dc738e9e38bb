const ARTICLE = /^\/(?:__i\/)?(?:rss\/)?(?:rd\/)?(?:articles|read)\/([\w-]+={0,2})$/;

/** Tags of the message that the token is: a number, then the address as text. */
const NUMBER = 0x08;
const TEXT = 0x22;

/**
 * The address that a link of Google News holds, as its tokens did up to 2024: base64url of a message whose fields are a
 * number and the address. Null for a token that names the article to Google alone, and for any other path.
 */
export function googleNewsTarget(pathname: string): string | null {
  const token = ARTICLE.exec(pathname)?.[1];
  if (!token) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes[0] !== NUMBER) return null;
  const tag = varint(bytes, 1).next;
  if (bytes[tag] !== TEXT) return null;
  const { value: length, next: start } = varint(bytes, tag + 1);
  const text = bytes.toString('utf8', start, start + length);
  return start + length <= bytes.length && /^https?:\/\//.test(text) ? text : null;
}

/** A number in groups of seven bits, the least first, each but the last with its high bit set. At most 28 bits. */
function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  let next = at;
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = bytes[next++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return { value, next };
}
