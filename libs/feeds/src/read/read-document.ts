import { Parser } from 'htmlparser2';
import { DocumentReader } from './document-reader.js';
import type { EntryDraft } from './entry-draft.js';

/** `cut`: the document ended, or was left, within an entry, which is not among `entries`. */
export type FeedDocument = { feed: EntryDraft; entries: EntryDraft[]; cut: boolean };

/** HTML elements that have no end, written into a feed without escaping. */
const VOID = new Set(['area', 'br', 'embed', 'hr', 'img', 'input', 'wbr']);

class FeedParser extends Parser {
  protected override isVoidElement(name: string): boolean {
    return VOID.has(name);
  }
}

/**
 * Reads RSS of any version, RDF and Atom, well formed or not: junk before the root, undefined entities, bare "&",
 * elements left open, a document that was cut. Null where there is no feed in it.
 */
export function readDocument(xml: string, base: string): FeedDocument | null {
  const reader = new DocumentReader(base, () => parser.pause());
  const parser = new FeedParser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      oncdatastart: () => void (reader.inCdata = true),
      oncdataend: () => void (reader.inCdata = false),
      onclosetag: (name) => reader.close(name),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseAttributeNames: true },
  );
  parser.write(xml);
  const cut = reader.inEntry;
  if (cut) reader.dropEntry();
  parser.end();
  return reader.feed && { feed: reader.feed, entries: reader.entries, cut };
}
