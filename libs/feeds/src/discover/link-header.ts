import type { PageLink } from './feed-candidate.js';

/** Servers send a few hundred characters. */
const MAX_LENGTH = 16_384;
const ENTRY = /<([^<>]*)>([^<]*)/g;
const PARAMETER = /;\s*([\w-]+)\*?\s*=\s*(?:"([^"]*)"|([^\s";,]+))/g;

/** The alternate forms that a `Link` header announces. Formula: RFC 8288, section 3. */
export function readLinkHeader(header: string): PageLink[] {
  return [...header.slice(0, MAX_LENGTH).matchAll(ENTRY)].flatMap(([, href = '', rest = '']): PageLink[] => {
    const parameters = new Map<string, string>();
    for (const [, name = '', quoted, plain] of rest.matchAll(PARAMETER)) {
      const key = name.toLowerCase();
      if (!parameters.has(key)) parameters.set(key, quoted ?? plain ?? '');
    }
    const rels = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/);
    if (!rels.includes('alternate')) return [];
    const type = parameters.get('type') ?? '';
    return [{ href: href.trim(), type, title: parameters.get('title') || null, by: 'header' }];
  });
}
