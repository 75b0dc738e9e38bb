import { unlessTaken } from '../bulk.js';
import type { Models } from '../models.js';

type Hosts = Models['hosts'];

/** Those of the hosts that a lease covers at `now`. */
export async function busyHosts(hosts: Hosts, names: string[], now: Date): Promise<Set<string>> {
  const busy = await hosts
    .find({ _id: { $in: [...new Set(names)] }, leaseUntil: { $gt: now } }, { _id: 1 })
    .lean();
  return new Set(busy.map((host) => host._id));
}

/** Leases a host that is free at `now`; false where another caller has it, whose row then refuses a second one. */
export async function leaseHost(hosts: Hosts, name: string, now: Date, until: Date): Promise<boolean> {
  const lease = { $set: { leaseUntil: until } };
  return unlessTaken(async () => {
    await hosts.updateOne({ _id: name, leaseUntil: { $lte: now } }, lease, { upsert: true });
    return true;
  });
}

/**
 * Lets a host rest until `freeAt` after whatever its lease until `lease` was for. Where that lease is over and another
 * caller has reserved the host meanwhile, that one keeps it.
 */
export async function restHost(hosts: Hosts, name: string, lease: Date, freeAt: Date): Promise<void> {
  const own = { _id: name, leaseUntil: lease };
  const { matchedCount } = await hosts.updateOne(own, { $set: { leaseUntil: freeAt } });
  if (matchedCount === 0) await leaseHost(hosts, name, freeAt, freeAt);
}
