import type { RequestListener } from 'node:http';
import { openOutbound, type OutboundOptions } from '#outbound/open-outbound.js';
import type { Outbound } from '#outbound/outbound.js';
import type { Resolve } from '#outbound/resolve-host.js';
import { loopbackServer, type LoopbackServer } from './loopback-server.js';

/** Of one body, in the clients of `outboundTo`. */
export const MAX_BYTES = 100_000;

const open: { close(): Promise<void> }[] = [];

/** A loopback server that `closeAll` closes. */
export async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await loopbackServer(listener);
  open.push(server);
  return server;
}

/** A client that may ask that server, three redirects included; `closeAll` closes it. */
export function outboundTo(
  server: LoopbackServer,
  change: Partial<OutboundOptions> = {},
  resolve?: Resolve,
): Outbound {
  const limits = { timeoutMs: 5_000, maxBytes: MAX_BYTES, maxRedirects: 3 };
  const outbound = openOutbound(
    { userAgent: 'test', allowOrigins: [server.origin], ...limits, ...change },
    resolve,
  );
  open.push(outbound);
  return outbound;
}

export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((each) => each.close()));
}

/** Resolves when no connection to that server is open. */
export async function disconnected(server: LoopbackServer): Promise<void> {
  while (server.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
