import type { Source } from '#domain/source.js';

/** Of the attributes that keep what OPML has no word for: which outlet a feed is of, and what is known of it. */
export const OPML_NAMESPACE = 'urn:narrative-monitor:opml';

/** A feed of a list that is written. */
export type ListedFeed = {
  id: string;
  title: string;
  url: string;
  /** ISO 639. */
  language: string | null;
  /** The day on which it was seen alive, like 2026-03-01. */
  verified: string | null;
};

/** An outlet of a list that is written, with its feeds. */
export type ListedSource = Omit<Source, 'feeds'> & { feeds: ListedFeed[] };

/** What a list of ours says of an outlet, unchecked, since people edit such lists. */
export type SourceMarks = {
  id: string;
  name: string | null;
  country: string | null;
  bloc: string | null;
  language: string | null;
  kind: string | null;
  hosts: string[];
};

/** A feed that a list names. */
export type OpmlEntry = {
  /** Where it stands in the document, from 1. */
  line: number;
  title: string | null;
  xmlUrl: string;
  htmlUrl: string | null;
  /** As the list gives it, like `en-us`. */
  language: string | null;
  /** The headings above it, the outermost first. */
  groups: string[];
  /** What only lists of ours say; null in those of others. */
  feedId: string | null;
  verified: string | null;
  source: SourceMarks | null;
};

/** An outline that names no feed that could be watched. */
export type RejectedOutline = { line: number; title: string | null; url: string | null; reason: string };

export type OpmlReading =
  | { ok: true; title: string | null; entries: OpmlEntry[]; rejected: RejectedOutline[] }
  | { ok: false; error: string };
