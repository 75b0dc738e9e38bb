import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import { connectError, tlsError } from './network-error.js';
import { OutboundError } from './outbound-error.js';
import { isPublicAddress, plainAddress } from './public-address.js';

/** How long one address may take before the next is tried beside it, in milliseconds. */
const NEXT_ADDRESS_AFTER_MS = 2_000;

export type Target = {
  host: string;
  port: number;
  /** Null for plain HTTP; else whom to trust, where `undefined` is whom Node trusts. */
  tls: { trust: SecureContext | undefined } | null;
  /** What the host resolved to; nothing else is connected to. */
  addresses: string[];
  /** Whether an address that is not public is wanted. */
  exempt: boolean;
};

/**
 * A socket to one of the target's addresses, its peer checked once more before the first byte is sent. The socket is
 * destroyed when `signal` aborts. Rejects with an OutboundError (`connect`, `tls`, `refused-address`).
 */
export async function connectPinned(target: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({
    host: target.host,
    port: target.port,
    lookup: pinnedLookup(target.addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    noDelay: true,
    signal,
  });
  try {
    await eventOf(socket, 'connect');
    checkPeer(socket.remoteAddress, target);
    return target.tls ? await secured(socket, target.host, target.tls.trust) : socket;
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? signal.reason : connectError(target.host, error);
  }
}

/** Answers every name with the addresses that were checked, so that no second look-up can differ from the first. */
function pinnedLookup(addresses: string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const first = entries[0];
    if (options.all) callback(null, entries);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function checkPeer(remote: string | undefined, { addresses, exempt }: Target): void {
  const peer = remote === undefined ? null : plainAddress(remote);
  const pinned = peer !== null && addresses.some((address) => plainAddress(address) === peer);
  if (pinned && (exempt || isPublicAddress(peer))) return;
  throw new OutboundError(
    'refused-address',
    `the connection led to ${remote ?? 'nowhere'}, which is not allowed`,
  );
}

/** A certificate is for a name without the dot that may end it, and so is what the server is asked for. */
async function secured(socket: Socket, host: string, trust: SecureContext | undefined): Promise<Socket> {
  const name = host.replace(/\.$/, '');
  const secure = connectTls({
    ...{ socket, host: name, ALPNProtocols: ['http/1.1'] },
    ...(isIP(name) === 0 && { servername: name }),
    ...(trust && { secureContext: trust }),
  });
  await eventOf(secure, 'secureConnect').catch((error: unknown) => {
    throw tlsError(host, error);
  });
  return secure;
}

function eventOf(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    // Stays on: an error after the socket was given up must not end the process.
    socket.on('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
  });
}
