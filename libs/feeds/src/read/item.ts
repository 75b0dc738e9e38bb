import { cutText } from '../html/plain-text.js';

/** How many items of one document are read; the rest is left out with one reason. */
export const MAX_ITEMS = 10_000;

/** Of one document, in bytes. */
export const MAX_DOCUMENT_BYTES = 10 * 1_024 * 1_024;

/** Limits in UTF-16 units. */
export const MAX_TITLE = 1_000;
export const MAX_SUMMARY = 4_000;
export const MAX_CONTENT = 50_000;
export const MAX_AUTHOR = 200;
export const MAX_URL = 4_096;
export const MAX_LANGUAGE = 64;

/**
 * What a feed document lists, before it is ours. Title, summary and content are plain: entities decoded, markup gone,
 * white space folded; '' where there is none.
 */
export type Item = {
  /** Absolute http or https address of the page, as the feed means it: not canonicalised. */
  url: string | null;
  /** The page that `url` only leads to, where the feed names it beside that. */
  originalUrl: string | null;
  /** As the feed gives it. */
  guid: string | null;
  title: string;
  summary: string;
  /** The full text, where the entry has one beside its summary. */
  content: string;
  /** Sanitised markup for reading, only where it was asked for. */
  html: string | null;
  /** As the feed writes it, perhaps with an address; `authorName` takes the name out. */
  author: string | null;
  /** Both null where the feed says nothing readable or nothing credible. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** The tag, like "en-US", that the item or else its feed states. */
  language: string | null;
};

/** The summary, or where the entry has none the beginning of its content, up to {@link MAX_SUMMARY}. */
export function summaryOf(item: Pick<Item, 'summary' | 'content'>): string {
  return item.summary || cutText(item.content, MAX_SUMMARY);
}
