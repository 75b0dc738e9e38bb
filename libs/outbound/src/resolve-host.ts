import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { OutboundError } from './outbound-error.js';
import { isPublicAddress } from './public-address.js';

export type Resolve = (host: string) => Promise<string[]>;

/** The addresses of a host as the operating system knows them. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** The host of a URL as sockets want it: an IPv6 literal without brackets. */
export function socketHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * The addresses to connect to, all of them public unless the host is `exempt`: one private address among public ones
 * is how a name is rebound. Rejects with an OutboundError (`dns`, `refused-address`).
 */
export async function resolveHost(host: string, exempt: boolean, resolve: Resolve): Promise<string[]> {
  const addresses = isIP(host) ? [host] : await addressesOf(host, resolve);
  const refused = exempt ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (refused === undefined) return addresses;
  const named = refused === host ? '' : ` (${refused})`;
  throw new OutboundError('refused-address', `${host}${named} is not a public address`);
}

async function addressesOf(host: string, resolve: Resolve): Promise<string[]> {
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new OutboundError('dns', `${host} has no address: ${codeOf(cause)}`, { cause });
  });
  if (addresses.length === 0) throw new OutboundError('dns', `${host} has no address`);
  return addresses;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
