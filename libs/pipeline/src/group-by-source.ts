import type { SourceRegister } from '#domain/source-register.js';
import type { Item } from '#feeds/read/item.js';

/** The source of what no outlet of the register owns. */
const UNKNOWN = 'unknown';

type Labelled = { item: Item; source: string | null };

/**
 * Items by the source that they belong to where no outlet owns the host of their address: that of the label that came with
 * them, if the register knows it by id, name or host.
 */
export function groupBySource(entries: Labelled[], register: SourceRegister): Map<string, Item[]> {
  const known = new Map<string, string>();
  const groups = new Map<string, Item[]>();
  for (const { item, source } of entries) {
    // Whose host it is decides before the label: asking for both would only make more groups, and more writes.
    const label = source === null || isOwned(item, register) ? '' : source;
    const sourceId = known.get(label) ?? ((label && register.find(label)) || UNKNOWN);
    known.set(label, sourceId);
    const group = groups.get(sourceId);
    if (group) group.push(item);
    else groups.set(sourceId, [item]);
  }
  return groups;
}

const isOwned = ({ url }: Item, register: SourceRegister): boolean =>
  url !== null && register.ownerOf(new URL(url).host) !== null;
