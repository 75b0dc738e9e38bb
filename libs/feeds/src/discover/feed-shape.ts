/** A root element stands near the beginning, also where something was written before it by mistake. */
const HEAD = 4_096;
const FEED_ROOT = /<(?:[a-z\d]+:)?(?:rss|rdf|feed|channel)[\s>/]/i;
const PAGE_ROOT = /<(?:!doctype\s+html|html|head|body)[\s>/]/i;

/** Whether a document means to be a feed, readable or not. */
export function looksLikeFeed(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (/^\s*\{/.test(head)) return head.includes('jsonfeed.org/version');
  const feed = head.search(FEED_ROOT);
  const page = head.search(PAGE_ROOT);
  return feed >= 0 && (page < 0 || feed < page);
}
