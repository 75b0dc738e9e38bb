import type { Draft, ElementUse } from '../draft.js';
import { literal, type TextValue } from '../text-value.js';
import type { Attributes } from '../xml/xml-tag.js';

/** An identifier is an address only where it cannot be anything else. */
const ABSOLUTE = /^\s*https?:\/\//i;

/** A long form of what links are to what they belong to. */
const IANA = 'http://www.iana.org/assignments/relation/';

const TAKEN_FOR_LINK = { slot: 'link', rank: 20 } as const;
const ABOUT = { slot: 'guid', rank: 9 } as const;
const LAST_MODIFIED = { slot: 'updated', rank: 9 } as const;
const STATED_LANGUAGE = { slot: 'language', rank: 8 } as const;

/** What the attributes of an entry or a channel say: an address in CDF, an identifier in RDF, a language in all. */
export function addAttributes(draft: Draft, { about, href, lastmod, lang }: Attributes, base: string): void {
  if (lang !== undefined) draft.add(STATED_LANGUAGE, literal(lang, base));
  if (href !== undefined) draft.add({ slot: 'link', rank: 2 }, literal(href, base));
  if (lastmod !== undefined) draft.add(LAST_MODIFIED, literal(lastmod, base));
  if (about === undefined) return;
  draft.add(ABOUT, literal(about, base));
  addPermalink(draft, literal(about, base), undefined);
}

/** Of Atom's links only the page itself is wanted: not the feed, a reply or an enclosure. HTML is preferred. */
export function addLink(draft: Draft, use: ElementUse, attributes: Attributes, base: string): void {
  const { rel = 'alternate', type = 'text/html', href = '' } = attributes;
  const relation = rel.trim().toLowerCase().replace(IANA, '');
  if (relation !== 'alternate') return;
  draft.add({ slot: 'link', rank: /html/i.test(type) ? use.rank : use.rank + 5 }, literal(href, base));
}

/** An identifier that may be the address: "true" says so, "false" denies it, else it is where it looks like it. */
export function addPermalink(draft: Draft, id: TextValue, isPermalink: string | undefined): void {
  const said = isPermalink?.trim().toLowerCase();
  if (said !== 'false' && (said === 'true' || ABSOLUTE.test(id.text))) draft.add(TAKEN_FOR_LINK, id);
}
