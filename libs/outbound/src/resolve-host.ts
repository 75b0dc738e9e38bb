import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLocalName } from './local-name.js';
import { codeOf } from './network-error.js';
import { OutboundError } from './outbound-error.js';
import { isOwnAddress } from './own-address.js';
import { isPublicAddress } from './public-address.js';

export type Resolve = (host: string) => Promise<string[]>;

/** How resolvers say that a name has no address; with anything else they say that they could not find out. */
const UNKNOWN = new Set(['ENOTFOUND', 'ENODATA', 'NOTFOUND', 'NODATA', 'EAI_NONAME', 'EAI_NODATA']);

/** The addresses of a host as the operating system knows them. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** The host of a URL as sockets want it: an IPv6 literal without brackets. */
export function socketHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * The addresses to connect to, all of them public and of another machine unless the host is `exempt`: one private address
 * among public ones is how a name is rebound. Rejects with an OutboundError (`dns-unknown`, `dns-temporary`,
 * `refused-address`). `isOwn` stands in for the machine's network interfaces.
 */
export async function resolveHost(
  host: string,
  exempt: boolean,
  resolve: Resolve,
  isOwn: (address: string) => boolean = isOwnAddress,
): Promise<string[]> {
  if (!exempt && isLocalName(host)) throw refused(`${host} is a name of this machine or its own network`);
  const addresses = isIP(host) ? [host] : await addressesOf(host, resolve);
  if (exempt) return addresses;
  const named = (address: string) => `${host}${address === host ? '' : ` (${address})`}`;
  for (const address of addresses) {
    if (!isPublicAddress(address))
      throw refused(`${named(address)} is not an address of the public internet`);
    if (isOwn(address)) throw refused(`${named(address)} is an address of this machine itself`);
  }
  return addresses;
}

function refused(message: string): OutboundError {
  return new OutboundError('refused-address', message);
}

async function addressesOf(host: string, resolve: Resolve): Promise<string[]> {
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw lookupError(host, cause);
  });
  if (addresses.length === 0) throw new OutboundError('dns-unknown', `the name ${host} has no address`);
  return addresses;
}

function lookupError(host: string, cause: unknown): OutboundError {
  const code = codeOf(cause);
  if (UNKNOWN.has(code)) {
    return new OutboundError('dns-unknown', `the name ${host} is not known (${code})`, { cause });
  }
  const why = code || String(cause);
  return new OutboundError('dns-temporary', `the name ${host} could not be looked up just now (${why})`, {
    cause,
  });
}
