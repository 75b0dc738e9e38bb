import { HOUR_MS } from '#domain/hours.js';
import type { FeedStore } from '#domain/ports/feed-store.js';

type Hosts = Pick<FeedStore, 'reserveHost' | 'releaseHost'>;

/** A server that asks for a longer rest is asked again all the same, for one of its feeds at a time. */
export const LONGEST_HOST_REST_MS = HOUR_MS;

/** Who refused, and how long it asked to be left alone; nulls where nobody did. */
export type Refusal = { host: string | null; retryAfterMs: number | null };

/** How long a host rests after a fetch, in milliseconds: the gap, or what it asked for where it answered with a refusal. */
export function hostRestMs(host: string, gapMs: number, refusal: Refusal | null): number {
  if (refusal === null || refusal.host !== host) return gapMs;
  return Math.max(gapMs, Math.min(refusal.retryAfterMs ?? 0, LONGEST_HOST_REST_MS));
}

/**
 * The hosts (with port) that one fetch reserves on its way, so that politeness holds through redirects. All requests of a
 * fetch to one host count as one start.
 */
export class HostTurns {
  private readonly leases = new Map<string, Date>();

  constructor(private readonly hosts: Hosts) {}

  /** False where someone else has the host; true where it is reserved until `until`, or was by this fetch before. */
  async take(host: string, ask: { now: Date; until: Date }): Promise<boolean> {
    if (this.leases.has(host)) return true;
    const isTaken = await this.hosts.reserveHost(host, ask);
    if (isTaken) this.leases.set(host, ask.until);
    return isTaken;
  }

  /** Lets each host rest until the moment that `freeAt` says. */
  async end(freeAt: (host: string) => Date): Promise<void> {
    for (const [host, lease] of this.leases)
      await this.hosts.releaseHost(host, { lease, freeAt: freeAt(host) });
    this.leases.clear();
  }
}
