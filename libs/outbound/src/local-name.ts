/**
 * Names that no public server may have: RFC 6761 (`localhost`), RFC 6762 (`local`), RFC 8375 (`home.arpa`), and those
 * that ICANN keeps out of the root zone (`internal`), or that resolvers and routers make up.
 */
const LOCAL_ZONES = ['localhost', 'localdomain', 'local', 'internal', 'home.arpa', 'lan', 'intranet'];

/** A host in one spelling: lower case, without the dots that end a full name. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.+$/, '');
}

/** Whether a host name is one of a machine's own or of its network, whatever it resolves to. */
export function isLocalName(host: string): boolean {
  const name = plainHost(host);
  return LOCAL_ZONES.some((zone) => name === zone || name.endsWith(`.${zone}`));
}
