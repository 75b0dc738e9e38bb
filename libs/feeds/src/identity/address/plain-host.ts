import { SAME_SITE } from './outlet-rules.js';

/** Names of a server for another way of showing the same site. */
const OTHER_VIEW = /^(?:www|amp|m|mobile)\.(?=[^.]+\.)/;

/** Registries sell names below these, so what stands before one is the site itself: `m.com.pk`. */
const REGISTRY = /^(?:ac|co|com|edu|gob|gov|ne|net|or|org)\.[a-z]{2}$/;

/**
 * The one name of a site's host, from a host name as a URL has it (lower case, punycode): without the root's dot, without
 * "www.", "m.", "mobile." and "amp.", and under one domain where an outlet has several for the same paths. Other names
 * below a domain, such as "urdu." or "news.", are sites of their own.
 */
export function plainHost(hostname: string): string {
  let host = hostname.replace(/\.+$/, '');
  for (let bare = withoutView(host); bare !== host; bare = withoutView(host)) host = bare;
  return SAME_SITE.get(host) ?? host;
}

function withoutView(host: string): string {
  const bare = host.replace(OTHER_VIEW, '');
  return REGISTRY.test(bare) ? host : bare;
}
