import { InvalidRequestError } from '#domain/errors.js';
import type { SourceRegister } from '#domain/source-register.js';
import { hostOf } from './feed-names.js';
import { isShared } from './shared-hosts.js';

/** Registries sell names below these; those of the second kind are names like any other under most countries. */
const REGISTRY = /^(?:ac|co|com|edu|gob|gov|mil|ne|net|or|org)\.[a-z]{2}$/;
const REGISTRY_OF_COUNTRY =
  /^(?:(?:biz|fam|gok|gon|gop|gos|web)\.pk|(?:firm|gen|ind|nic|res)\.in|(?:id|sch)\.ir|(?:ltd|me|nhs|plc|police|sch)\.uk|(?:av|bbs|bel|biz|dr|gen|info|k12|name|pol|tel|tv|web)\.tr|(?:med|pub|sch)\.sa|sch\.ae)$/;

/** Why a host can be no outlet's own, or null where it can. */
export function whyNotOwn(host: string): string | null {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.+$/, '');
  if (!name.includes('.')) return 'is no name of a site';
  if (REGISTRY.test(name) || REGISTRY_OF_COUNTRY.test(name))
    return 'is what many sites end with; name the site itself';
  return isShared(name) ? 'carries several outlets, so that none of them owns it; leave it out' : null;
}

/** Throws InvalidRequestError for a host that a new outlet cannot have, or that is another's. */
export function refuseHosts(hosts: readonly string[], register: SourceRegister): void {
  for (const host of hosts) {
    const why = whyNotOwn(host);
    if (why) throw new InvalidRequestError(`source.hosts: ${host} ${why}`);
    const owner = register.registrantOf(host);
    if (owner)
      throw new InvalidRequestError(`source.hosts: ${host} belongs to the source "${owner}" already`);
  }
}

/** The host of a feed, where it can be its outlet's alone. */
export function ownHosts(url: string, register: SourceRegister): string[] {
  const host = hostOf(url);
  const isFree = register.ownerOf(host) === null && whyNotOwn(host) === null;
  return isFree && /^[a-z0-9.-]+(:\d+)?$/.test(host) ? [host] : [];
}
