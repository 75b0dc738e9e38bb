import { Parser } from 'htmlparser2';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi;
const MAX_KNOWN = 5_000;
const known = new Map<string, string>();

/**
 * Replaces character references once: numeric ones and all names that HTML knows, of which XML knows five. What is no
 * such reference, like a bare "&", stays as it is.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

function decodeEntity(entity: string): string {
  const found = known.get(entity);
  if (found !== undefined) return found;
  const decoded = htmlText(entity);
  if (known.size < MAX_KNOWN) known.set(entity, decoded);
  return decoded;
}

function htmlText(html: string): string {
  let text = '';
  new Parser({ ontext: (part) => void (text += part) }).end(html);
  return text;
}
