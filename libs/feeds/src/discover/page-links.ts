import { Parser } from 'htmlparser2';
import { MAX_TITLE } from '../read/item.js';
import type { PageLink } from './feed-candidate.js';

/** Nesting beyond that is hostile; the rest of the page is left. */
const MAX_DEPTH = 500;
const MAX_LINKS = 5_000;

/** Of a text that comes in pieces. */
const MAX_PIECES = 2 * MAX_TITLE;

/** What a page says: where relative links start, and its links in order. */
export type PageLinks = { base: string | null; links: PageLink[] };

/** The links of a page that may lead to feeds: alternate forms named in its head, and all anchors with their texts. */
export function pageLinks(html: string): PageLinks {
  const links: PageLink[] = [];
  let base: string | null = null;
  let depth = 0;
  let anchor: PageLink | null = null;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > MAX_DEPTH || links.length >= MAX_LINKS) parser.pause();
      if (name === 'base') base ??= attributes['href'] ?? null;
      const link = linkIn(name, attributes);
      if (link) links.push(link);
      if (name === 'a') anchor = link;
    },
    ontext: (text) => {
      if (anchor && (anchor.title?.length ?? 0) < MAX_PIECES) anchor.title = `${anchor.title ?? ''}${text}`;
    },
    onclosetag: (name) => {
      depth--;
      if (name === 'a') anchor = null;
    },
  });
  parser.end(html);
  return { base, links };
}

function linkIn(name: string, { href, rel = '', type = '', title }: Record<string, string>): PageLink | null {
  if (href === undefined) return null;
  if (name === 'a') return { href, type, title: null, by: 'anchor' };
  const rels = rel.toLowerCase().split(/\s+/);
  if (name !== 'link' || !(rels.includes('alternate') || rels.includes('feed'))) return null;
  return { href, type, title: title ?? null, by: 'link' };
}
