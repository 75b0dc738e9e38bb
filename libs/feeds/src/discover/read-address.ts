import { foldText } from '../html/plain-text.js';
import { MAX_URL } from '../read/item.js';

export type ReadAddress = { ok: true; address: string } | { ok: false; reason: string };

/** A scheme, and not a host with its port. */
const SCHEME = /^([a-z][a-z\d+.-]*):(?!\d)/i;
const FEED_SCHEME = /^feed:(?=https?:)|^feed:(?=\/\/)/i;

/**
 * The address that a person or a list means by what they wrote: `https` where the scheme is left out, `feed:` forms read
 * as what they stand for, the fragment gone. Otherwise the reason why it cannot be polled.
 */
export function readAddress(given: string): ReadAddress {
  const text = withScheme(given.trim());
  const shown = foldText(given, 200);
  if (text.length > MAX_URL) return { ok: false, reason: `the address is longer than ${MAX_URL} characters` };
  if (!URL.canParse(text))
    return { ok: false, reason: `"${shown}" is not an address; write it like https://dawn.com` };
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, reason: `"${shown}" is not an http or https address` };
  if (url.username || url.password)
    return {
      ok: false,
      reason: 'the address has a user name or password in it, which everyone could read here',
    };
  url.hash = '';
  return { ok: true, address: url.href };
}

function withScheme(text: string): string {
  const bare = text.replace(FEED_SCHEME, '');
  if (bare.startsWith('//')) return bare === text ? `https:${bare}` : `http:${bare}`;
  if (SCHEME.test(bare)) return bare;
  return /^[^\s/]+\.[^\s/]/.test(bare) ? `https://${bare}` : bare;
}
