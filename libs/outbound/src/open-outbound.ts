import { setMaxListeners } from 'node:events';
import { OperatorError } from '#domain/errors.js';
import type { Target } from './connect-pinned.js';
import { exchange } from './exchange.js';
import { firstHop, type Hop } from './hop.js';
import { Outbound, type OutboundResponse } from './outbound.js';
import { asOutboundError, OutboundError } from './outbound-error.js';
import { resolveHost, socketHost, systemResolve, type Resolve } from './resolve-host.js';

export type OutboundOptions = {
  /** Names the project and where to complain. */
  userAgent: string;
  /**
   * Origins like `http://127.0.0.1:8080` that may be asked although their address is not public, and that they may
   * redirect to; no other server may.
   */
  allowOrigins: readonly string[];
  /** For everything together: names, connections, redirects, bodies. */
  timeoutMs: number;
  /** Of one body, as sent and as each of its codings is undone. */
  maxBytes: number;
  maxRedirects: number;
};

/**
 * Opens the client. `resolve` stands in for the system's look-up of names, `send` for the network.
 * Throws an OperatorError for an entry of `allowOrigins` that is not an origin.
 */
export function openOutbound(
  options: OutboundOptions,
  resolve: Resolve = systemResolve,
  send: typeof exchange = exchange,
): Outbound {
  options.allowOrigins.forEach(checkOrigin);
  return new GuardedOutbound(options, resolve, send);
}

function checkOrigin(origin: string): void {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return;
  throw new OperatorError(`${origin} is not an origin: write it like http://127.0.0.1:8080, without a path`);
}

class GuardedOutbound extends Outbound {
  private readonly running = new Set<AbortController>();
  private closed = false;

  constructor(
    private readonly options: OutboundOptions,
    private readonly resolve: Resolve,
    private readonly send: typeof exchange,
  ) {
    super();
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<OutboundResponse> {
    return this.within(firstHop('GET', url, this.named(headers), null));
  }

  async post(url: string, body: string, headers: Record<string, string>): Promise<OutboundResponse> {
    return this.within(firstHop('POST', url, this.named(headers), body));
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const controller of this.running) controller.abort(closedError());
  }

  private named(headers: Record<string, string>): Record<string, string> {
    return { 'user-agent': this.options.userAgent, ...headers };
  }

  /** Runs a request under the deadline; whatever fails after it has passed failed because of it. */
  private async within(hop: Hop): Promise<OutboundResponse> {
    if (this.closed) throw closedError();
    const controller = new AbortController();
    // Every hop listens in several places, and lets go only when the request is over.
    setMaxListeners(0, controller.signal);
    this.running.add(controller);
    const timer = setTimeout(() => controller.abort(this.timeoutError()), this.options.timeoutMs);
    try {
      return await this.follow(hop, controller.signal);
    } catch (error) {
      throw controller.signal.aborted ? controller.signal.reason : asOutboundError('protocol', error);
    } finally {
      clearTimeout(timer);
      this.running.delete(controller);
    }
  }

  private async follow(first: Hop, signal: AbortSignal): Promise<OutboundResponse> {
    let hop = first;
    // Lost at the first public server, which must not choose what is asked of a private one.
    let exempt = true;
    for (let redirects = 0; redirects <= this.options.maxRedirects; redirects++) {
      exempt &&= this.options.allowOrigins.includes(hop.url.origin);
      const target = await this.targetOf(hop.url, exempt, signal);
      const { answer, next } = await this.send(hop, target, this.options.maxBytes, signal);
      if (!next) return answer;
      hop = next;
    }
    throw new OutboundError('redirects', `more than ${this.options.maxRedirects} redirects`);
  }

  private async targetOf(url: URL, exempt: boolean, signal: AbortSignal): Promise<Target> {
    const host = socketHost(url);
    const addresses = await unlessAborted(resolveHost(host, exempt, this.resolve), signal);
    const tls = url.protocol === 'https:';
    return { host, port: Number(url.port) || (tls ? 443 : 80), tls, addresses, exempt };
  }

  private timeoutError(): OutboundError {
    return new OutboundError('timeout', `no complete answer within ${this.options.timeoutMs} ms`);
  }
}

function closedError(): OutboundError {
  return new OutboundError('connect', 'the client is closed');
}

/** A look-up of a name cannot be stopped, only no longer waited for. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let giveUp = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', giveUp);
  try {
    if (signal.aborted) giveUp();
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
