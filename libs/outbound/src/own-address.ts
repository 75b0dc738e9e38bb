import { networkInterfaces } from 'node:os';
import { plainAddress } from './public-address.js';

/** Whether an address, which may well be a public one, is one of this machine's own. */
export function isOwnAddress(address: string, interfaces = networkInterfaces()): boolean {
  const plain = plainAddress(address);
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .some((entry) => plainAddress(entry.address) === plain);
}
