import ipaddr from 'ipaddr.js';

/** A public address by its range, which answers with a cloud machine's own secrets all the same. */
const METADATA = new Set(['168.63.129.16']);

/** IPv6 outside of it is not routed, or carries an IPv4 address that is. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Within it, but not routed: protocol assignments (Teredo, ORCHID, benchmarks), documentation, the former 6bone. */
const NOT_ROUTED = ['2001::/23', '2001:db8::/32', '3fff::/20', '3ffe::/16'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);

/** The address in one spelling, IPv4 unwrapped from its IPv4-mapped form; null where it is none. */
export function plainAddress(address: string): string | null {
  return ipaddr.isValid(address) ? unwrapped(address).toString() : null;
}

/** `::8.8.8.8`, the IPv4-compatible form, which ipaddr.js takes for the IPv4-mapped one. */
const COMPATIBLE = /^[0:]*:\d+(\.\d+){3}$/;

function unwrapped(address: string): ipaddr.IPv4 | ipaddr.IPv6 {
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv4 && COMPATIBLE.test(address)
    ? new ipaddr.IPv6([...new Array<number>(12).fill(0), ...read.octets])
    : read;
}

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, metadata, multicast, reserved and
 * unspecified ranges do not, nor do the forms that carry another address (NAT64, 6to4, Teredo, ISATAP, IPv4-compatible); an IPv4-mapped
 * address is judged as the IPv4 address in it. Ranges: the IANA special-purpose registries (RFC 6890 and after).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = unwrapped(address);
  if (parsed.range() !== 'unicast' || METADATA.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || isRouted(parsed);
}

function isRouted(address: ipaddr.IPv6): boolean {
  if (!address.match(GLOBAL_UNICAST) || NOT_ROUTED.some((range) => address.match(range))) return false;
  return !isIsatap(address);
}

/** An IPv4 address behind `0:5efe` or `200:5efe` in the lower half (RFC 5214, section 6.1). */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
}
