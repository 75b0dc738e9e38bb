const MAX_ID = 60;

/** Parts of an address that say no more than that a feed is there. */
const NO_NAME = new Set('feed feeds rss rss2 atom rdf xml index home www api'.split(' '));

/** An id made of words: lower-case ASCII letters and digits with hyphens; empty where the words have none. */
export function slugOf(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replace(/^-+|-+$/g, '');
}

/** `wanted`, or with the lowest number behind it that makes it new. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/** What to call an outlet by id: after its name, else after its host. */
export function sourceIdFor(name: string, host: string): string {
  return slugOf(name) || slugOf(host) || 'source';
}

/** What to call a feed by id: its outlet, and what its address says of it. */
export function feedIdFor(sourceId: string, url: string): string {
  const pathname = decoded(new URL(url).pathname);
  const parts = pathname
    .replace(/\.\w{1,5}$/, '')
    .split('/')
    .map(slugOf);
  const name = parts.filter((part) => part !== '' && !NO_NAME.has(part) && !sourceId.includes(part)).at(-1);
  return slugOf(`${sourceId}-${name ?? 'feed'}`);
}

/** A host as the register has it: without `www`, with the port where it is not the usual one. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
