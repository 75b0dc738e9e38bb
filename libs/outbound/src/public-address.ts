import ipaddr from 'ipaddr.js';

/** A public address by its range, which answers with a cloud machine's own secrets all the same. */
const METADATA = new Set(['168.63.129.16']);

/** IPv6 outside of it is not routed, or carries an IPv4 address that is. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** The address in one spelling, IPv4 unwrapped from its IPv4-mapped form; null where it is none. */
export function plainAddress(address: string): string | null {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : null;
}

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, metadata, multicast, reserved and
 * unspecified ranges do not, nor do the forms that carry another address (NAT64, 6to4, Teredo); an IPv4-mapped address
 * is judged as the IPv4 address in it.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || METADATA.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
