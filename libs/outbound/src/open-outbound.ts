import { X509Certificate } from 'node:crypto';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { OperatorError } from '#domain/errors.js';
import { exchange } from './exchange.js';
import { fewAtOnce } from './few-at-once.js';
import { GuardedOutbound } from './guarded-outbound.js';
import type { Outbound } from './outbound.js';
import { systemResolve, type Resolve } from './resolve-host.js';

export type OutboundOptions = {
  /** Names the project and where to complain. */
  userAgent: string;
  /**
   * Origins like `http://127.0.0.1:8080` that may be asked although their address is not public, and that they may
   * redirect to; no other server may.
   */
  allowOrigins: readonly string[];
  /** For everything together: names, connections, redirects, bodies. In milliseconds. */
  timeoutMs: number;
  /** Of one body, as sent and as each of its codings is undone. */
  maxBytes: number;
  maxRedirects: number;
  /** Whether the owner of an address does not want it to be fetched. Asked at every hop of a `get`. */
  optOut?: (url: URL) => boolean;
  /**
   * Authorities to trust beside the public ones, as PEM. Without it Node's own list holds, which `NODE_EXTRA_CA_CERTS`
   * adds to.
   */
  extraAuthorities?: readonly string[];
  /** Names that are looked up at a time; 3, so that one of libuv's four threads is left for other work. */
  lookupsAtOnce?: number;
};

const LOOKUPS_AT_ONCE = 3;

/**
 * Opens the client. `resolve` stands in for the system's look-up of names, `send` for the network.
 * Throws an OperatorError for an entry of `allowOrigins` that is not an origin, and for an authority that is not PEM.
 */
export function openOutbound(
  options: OutboundOptions,
  resolve: Resolve = fewAtOnce(systemResolve, options.lookupsAtOnce ?? LOOKUPS_AT_ONCE),
  send: typeof exchange = exchange,
): Outbound {
  options.allowOrigins.forEach(checkOrigin);
  const { optOut = () => false, extraAuthorities = [], ...limits } = options;
  return new GuardedOutbound({ ...limits, optOut, trust: trustIn(extraAuthorities) }, resolve, send);
}

function checkOrigin(origin: string): void {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return;
  throw new OperatorError(`${origin} is not an origin: write it like http://127.0.0.1:8080, without a path`);
}

/** Undefined is whom Node trusts. Made once: to read the public authorities takes milliseconds. */
function trustIn(extra: readonly string[]): SecureContext | undefined {
  extra.forEach(checkAuthority);
  return extra.length === 0 ? undefined : createSecureContext({ ca: [...rootCertificates, ...extra] });
}

/** OpenSSL leaves out in silence what it cannot read. */
function checkAuthority(pem: string): void {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw new OperatorError('a certificate of an authority to trust is not readable: it must be PEM text', {
      cause,
    });
  }
}
