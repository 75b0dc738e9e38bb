import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An item of a captured feed document, its XML as it stands there. */
export type CapturedItem = { link: string; title: string; xml: string; hash: number };

/** What an outlet's feed held of new items on a day, `YYYY-MM-DD`, newest first. */
export type Capture = { date: string; items: CapturedItem[] };

/** The captures of each outlet by date. */
export type Archive = Map<string, Capture[]>;

/**
 * Reads `folder/OUTLET/DATE.xml`. `outlets` limits it to some, `maxItems` to that many items spread evenly
 * over all outlets and days (those whose links have the smallest hashes). Throws where the folder or an
 * outlet is not there.
 */
export function readArchive(folder: string, outlets?: readonly string[], maxItems?: number): Archive {
  const names = outlets ?? readdirSync(folder).sort();
  const archive: Archive = new Map(names.map((name) => [name, readCaptures(join(folder, name))]));
  return maxItems === undefined ? archive : thinned(archive, maxItems);
}

function readCaptures(folder: string): Capture[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}-\d\d-\d\d\.xml$/.test(file));
  return files.sort().map((file) => ({
    date: file.slice(0, 10),
    items: itemsOf(readFileSync(join(folder, file), 'utf8')),
  }));
}

function itemsOf(document: string): CapturedItem[] {
  return [...document.matchAll(/<item>[\s\S]*?<\/item>/g)].map(([xml]) => {
    const link = textOf(xml, 'link');
    return { link, title: textOf(xml, 'title'), xml, hash: hashOf(link) };
  });
}

function thinned(archive: Archive, maxItems: number): Archive {
  const hashes = [...archive.values()].flat().flatMap(({ items }) => items.map(({ hash }) => hash));
  const limit = hashes.sort((a, b) => a - b)[maxItems] ?? Infinity;
  const thin = ({ date, items }: Capture) => ({ date, items: items.filter(({ hash }) => hash < limit) });
  return new Map([...archive].map(([name, captures]) => [name, captures.map(thin)]));
}

function textOf(xml: string, element: string): string {
  const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(xml) ?? [];
  return decoded(text.trim());
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function hashOf(link: string): number {
  return createHash('sha256').update(link).digest().readUInt32BE(0);
}
