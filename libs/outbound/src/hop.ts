import { OutboundError } from './outbound-error.js';

/** One request on the way to an answer. */
export type Hop = {
  method: 'GET' | 'POST';
  /** Without credentials or fragment. */
  url: URL;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string | null;
};

const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization'];
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const KEEPS_BODY = new Set([307, 308]);

/** The first hop. Credentials in the URL become a header. Throws an OutboundError (`protocol`). */
export function firstHop(
  method: Hop['method'],
  address: string,
  headers: Record<string, string>,
  body: string | null,
): Hop {
  const url = httpUrl(address);
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (url.username || url.password) lower['authorization'] ??= basicAuth(url);
  return { method, url: bare(url), headers: lower, body };
}

/**
 * The hop that a redirect asks for, or null where the answer is not one that can be followed. Credentials stay behind
 * when the origin changes. Throws an OutboundError (`protocol`) for an address that is not http or https.
 */
export function nextHop(hop: Hop, status: number, location: string | undefined): Hop | null {
  if (location === undefined || !REDIRECTS.has(status)) return null;
  if (hop.method === 'POST' && !KEEPS_BODY.has(status)) return null;
  const url = bare(httpUrl(location, hop.url));
  const headers = url.origin === hop.url.origin ? hop.headers : withoutCredentials(hop.headers);
  return { ...hop, url, headers };
}

function httpUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new OutboundError('protocol', `not an http or https address: ${address.slice(0, 200)}`);
}

function bare(url: URL): URL {
  const copy = new URL(url);
  copy.username = copy.password = copy.hash = '';
  return copy;
}

function basicAuth({ username, password }: URL): string {
  const pair = `${unescaped(username)}:${unescaped(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** A URL may hold a "%" that escapes nothing; it then stands for itself. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CREDENTIALS.includes(name)));
}
