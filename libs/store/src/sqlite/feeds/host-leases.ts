import type { Connection } from '../connection.js';
import { msOf } from '../sql.js';

const LEASE = `
INSERT INTO host (host, lease_until) VALUES (:host, :until)
ON CONFLICT (host) DO UPDATE SET lease_until = excluded.lease_until`;

const RESERVE = `${LEASE} WHERE lease_until <= :now`;

/** Shortens the lease that ends at `lease`, since it is the caller's; any other one is only made longer. */
const REST = `${LEASE} WHERE lease_until = :lease OR lease_until < excluded.lease_until`;

/** Reserves a host that is free at `now`; false where it is not. */
export function reserveHost(connection: Connection, host: string, ask: { now: Date; until: Date }): boolean {
  return connection.run(RESERVE, { host, now: msOf(ask.now), until: msOf(ask.until) }) === 1;
}

/** Lets the lease of a host end at `until`, whatever it was: for a caller that has seen that nobody has it. */
export function leaseHost(connection: Connection, host: string, until: Date): void {
  connection.run(LEASE, { host, until: msOf(until) });
}

/**
 * Lets a host rest until `freeAt` after whatever its lease until `lease` was for. Where that lease is over and another
 * caller has reserved the host meanwhile, that one keeps it.
 */
export function restHost(connection: Connection, host: string, lease: Date, freeAt: Date): void {
  connection.run(REST, { host, lease: msOf(lease), until: msOf(freeAt) });
}
