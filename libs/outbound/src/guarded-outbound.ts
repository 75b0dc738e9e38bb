import type { SecureContext } from 'node:tls';
import { EndingError } from '#domain/errors.js';
import type { Target } from './connect-pinned.js';
import { Deadline } from './deadline.js';
import type { exchange } from './exchange.js';
import { firstHop, type Hop } from './hop.js';
import { Outbound, type OnHost, type OutboundResponse } from './outbound.js';
import { OutboundError } from './outbound-error.js';
import { permanentUrlOf, type Redirect } from './redirect.js';
import { resolveHost, socketHost, type Resolve } from './resolve-host.js';

export type GuardedOptions = {
  userAgent: string;
  allowOrigins: readonly string[];
  timeoutMs: number;
  maxBytes: number;
  maxRedirects: number;
  optOut: (url: URL) => boolean;
  trust: SecureContext | undefined;
};

/** Follows each request hop by hop, and asks at each whether it may. */
export class GuardedOutbound extends Outbound {
  private readonly running = new Set<Deadline>();
  private closed = false;

  constructor(
    private readonly options: GuardedOptions,
    private readonly resolve: Resolve,
    private readonly send: typeof exchange,
  ) {
    super();
  }

  async get(url: string, headers: Record<string, string> = {}, onHost?: OnHost): Promise<OutboundResponse> {
    return this.within(firstHop('GET', url, this.named(headers), null), onHost);
  }

  async post(url: string, body: string, headers: Record<string, string>): Promise<OutboundResponse> {
    return this.within(firstHop('POST', url, this.named(headers), body));
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const deadline of this.running) deadline.abort(new EndingError());
  }

  private named(headers: Record<string, string>): Record<string, string> {
    return { 'user-agent': this.options.userAgent, ...headers };
  }

  /** Runs a request under the deadline; whatever fails after it has passed failed because of it. */
  private async within(hop: Hop, onHost?: OnHost): Promise<OutboundResponse> {
    if (this.closed) throw new EndingError();
    const deadline = new Deadline(this.options.timeoutMs);
    this.running.add(deadline);
    try {
      return await this.follow(hop, deadline, onHost);
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error;
    } finally {
      deadline.clear();
      this.running.delete(deadline);
    }
  }

  private async follow(first: Hop, deadline: Deadline, onHost?: OnHost): Promise<OutboundResponse> {
    const redirects: Redirect[] = [];
    const hosts = new Set<string>();
    let hop = first;
    // Lost at the first public server, which must not choose what is asked of a private one.
    let exempt = true;
    for (;;) {
      exempt &&= this.options.allowOrigins.includes(hop.url.origin);
      this.checkConsent(hop);
      const target = await this.targetOf(hop.url, exempt, deadline);
      if (!hosts.has(hop.url.host)) await onHost?.(hop.url.host);
      hosts.add(hop.url.host);
      deadline.signal.throwIfAborted();
      const { answer, next } = await this.send(hop, target, this.options.maxBytes, deadline.signal);
      if (!next) return { ...answer, redirects, permanentUrl: permanentUrlOf(redirects) };
      redirects.push({ url: hop.url.href, status: answer.status, to: next.url.href });
      this.checkWay(redirects);
      hop = next;
    }
  }

  /** A POST carries a message to someone who asked for it; only what is fetched can be opted out of. */
  private checkConsent({ method, url }: Hop): void {
    if (method === 'POST' || !this.options.optOut(url)) return;
    throw new OutboundError('opted-out', `${url.host} does not want this address to be fetched`);
  }

  /** No cookies are kept, so an address that was asked before would answer the same again. */
  private checkWay(redirects: readonly Redirect[]): void {
    const to = redirects.at(-1)?.to;
    if (redirects.some(({ url }) => url === to)) {
      throw new OutboundError('redirects', `the redirects lead in a circle, back to ${to}`);
    }
    if (redirects.length <= this.options.maxRedirects) return;
    throw new OutboundError(
      'redirects',
      `more than ${this.options.maxRedirects} redirects, the last to ${to}`,
    );
  }

  private async targetOf(url: URL, exempt: boolean, deadline: Deadline): Promise<Target> {
    const host = socketHost(url);
    const addresses = await deadline.unlessLate(host, resolveHost(host, exempt, this.resolve));
    const tls = url.protocol === 'https:' ? { trust: this.options.trust } : null;
    return { host, port: Number(url.port) || (tls ? 443 : 80), tls, addresses, exempt };
  }
}
