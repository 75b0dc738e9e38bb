import { decodeEbcdic } from './ebcdic.js';

/** Where an XML declaration must end: a declaration is short, and nothing stands before it but noise. */
const DECLARATION_BYTES = 1_024;

/** Content types are short; what is longer is cut. */
const MAX_CONTENT_TYPE = 1_000;

/**
 * The charset of a Content-Type header, quoted or not, or null. It says the same for `text/xml` as for
 * `application/xml` (RFC 7303, section 3; the default of US-ASCII of RFC 3023 is gone).
 */
export function charsetOf(contentType: string | null): string | null {
  const found = contentType
    ?.slice(0, MAX_CONTENT_TYPE)
    .match(/(?:^|[;,\s])charset\s*=\s*(?:"([^"]*)|'([^']*)|([^\s"';,]+))/i);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '').trim() || null : null;
}

/** The encoding that an XML declaration in ASCII names, or null. */
export function declaredEncoding(bytes: Buffer): string | null {
  return encodingIn(bytes.toString('latin1', 0, DECLARATION_BYTES));
}

/** The encoding that an XML declaration in EBCDIC names, or null. */
export function declaredInEbcdic(bytes: Buffer): string | null {
  return encodingIn(decodeEbcdic(bytes.subarray(0, DECLARATION_BYTES), 'ibm037'));
}

function encodingIn(start: string): string | null {
  const at = start.search(/<\?xml\s/i);
  if (at < 0) return null;
  const declaration = start.slice(at).split('>', 1)[0] ?? '';
  return declaration.match(/\sencoding\s*=\s*["']?\s*([^"'\s?]+)/i)?.[1] ?? null;
}
