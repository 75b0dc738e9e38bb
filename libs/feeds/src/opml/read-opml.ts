import { Parser } from 'htmlparser2';
import { decodeBody } from '../decode/decode-body.js';
import { looksLikeFeed } from '../discover/feed-shape.js';
import type { OpmlReading } from './opml-list.js';
import { OutlineReader } from './outline-reader.js';

const MAX_BYTES = 10 * 1_024 * 1_024;

/**
 * Reads a list of feeds: OPML 1.0, 1.1 or 2.0 in any encoding, also with upper-case names, undefined entities, bare "&",
 * outlines left open and types left out. Outlines that cannot be watched are rejected with the line and the reason.
 * At most {@link MAX_BYTES} and 5,000 feeds. Never throws.
 */
export function readOpml(body: Buffer): OpmlReading {
  if (body.length > MAX_BYTES) return { ok: false, error: 'the document is larger than 10 MB' };
  const { text } = decodeBody(body, null);
  const reader = new OutlineReader(text, () => parser.pause());
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
      ontext: (part) => reader.text(part),
      onclosetag: (name) => reader.close(name),
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  const { entries, rejected, title } = reader.result();
  if (!reader.isOpml && entries.length === 0) return { ok: false, error: describeNoOpml(text) };
  return { ok: true, title, entries, rejected };
}

function describeNoOpml(text: string): string {
  if (!text.trim()) return 'the document is empty';
  if (looksLikeFeed(text)) return 'the document is a feed, not a list of feeds; add its address by itself';
  return 'the document holds no opml element, so it is not a list of feeds';
}
