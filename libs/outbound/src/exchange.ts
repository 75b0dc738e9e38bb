import { Client } from 'undici';
import { connectPinned, type Target } from './connect-pinned.js';
import { nextHop, type Hop } from './hop.js';
import { ACCEPT_ENCODING } from './inflate.js';
import { answerError } from './network-error.js';
import type { Answer } from './outbound.js';
import { readBody } from './read-body.js';

/** An answer, and the hop that it redirects to or null. */
export type Exchange = { answer: Answer; next: Hop | null };

/**
 * Sends one hop over a connection of its own and reads the answer: its body too, where it is the last one and its status
 * is below 400. The connection is closed before this settles. Rejects with the reason of `signal`, or an OutboundError
 * (`connect`, `tls`, `refused-address`, `cut`, `too-large`, `protocol`).
 */
export async function exchange(
  hop: Hop,
  target: Target,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange> {
  const client = openClient(hop.url.origin, target, signal);
  try {
    return await ask(client, hop, { maxBytes, signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : answerError(target.host, error);
  } finally {
    await client.destroy();
  }
}

async function ask(
  client: Client,
  hop: Hop,
  limits: { maxBytes: number; signal: AbortSignal },
): Promise<Exchange> {
  const response = await client.request({
    method: hop.method,
    path: hop.url.pathname + hop.url.search,
    headers: { ...hop.headers, 'accept-encoding': ACCEPT_ENCODING },
    body: hop.body,
    reset: true,
    signal: limits.signal,
  });
  const { statusCode: status, body: sent } = response;
  // A body that nobody reads must not end the process when its connection is cut.
  sent.on('error', () => {});
  const headers = flatHeaders(response.headers);
  const next = nextHop(hop, status, headers['location']);
  const body = next || status >= 400 ? Buffer.alloc(0) : await readBody(sent, headers, limits);
  return { answer: { status, headers, body, url: hop.url.href }, next };
}

/** The caller's signal is the only clock: undici's own time limits are off. */
function openClient(origin: string, target: Target, signal: AbortSignal): Client {
  return new Client(origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, callback) => {
      connectPinned(target, signal).then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      );
    },
  });
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return Object.fromEntries(flat);
}
