import { normaliseText } from '#text/normalise.js';
import type { FieldText } from '../field-text.js';
import { NO_AUTHOR } from './agencies.js';
import { AGENCY_OF } from './byline-patterns.js';
import { findBylines } from './find-bylines.js';

/**
 * The agency whose report an article is by its own word, like `AP`, or null: a dateline or byline at the start or end of
 * the summary or title, else its author. A mention in running text ("Reuters reported that") is none; where several are
 * named, the first counts.
 */
export function detectWire(title: FieldText, summary: FieldText, author: string | null): string | null {
  const byline = findBylines(summary)[0] ?? findBylines(title)[0];
  return byline?.agency ?? (author === null ? null : agencyOfAuthor(author));
}

const BETWEEN_AUTHORS = /\s*(?:[,،;/|()]|\s(?:and|with|via|for|اور|و)\s)\s*/u;
const BEFORE = /^(?:by|from|source|via)[\s:]+/i;
const BEHIND =
  /\s+(?:(?:news\s+agency|staff|news|wire|writers?|reporters?|correspondent|in\s+\p{Lu}\p{L}+)\s*)+$/iu;

function agencyOfAuthor(author: string): string | null {
  for (const part of author.split(BETWEEN_AUTHORS)) {
    const name = part.trim().replace(BEFORE, '');
    for (const form of [name, name.replace(BEHIND, '')]) {
      const agency = AGENCY_OF.get(form) ?? AGENCY_OF.get(normaliseText(form));
      if (agency && !NO_AUTHOR.has(form)) return agency;
    }
  }
  return null;
}
