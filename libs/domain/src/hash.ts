import { createHash } from 'node:crypto';

/** A stable identifier: the first 128 bits of SHA-256 over the parts, in hexadecimal. Parts are kept apart. */
export function stableId(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
