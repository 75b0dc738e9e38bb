/** What only markup has; a lone "<" or "<word>" may be meant as text. */
const CLOSING_TAG = /<\/[a-z][a-z\d]*\s*>/i;

/** Beyond that a text does not become markup that did not look like it. */
const MAX_LOOK = 20_000;

/** Tags that stand alone in HTML, attributes with their quotes, comments. */
const ANY_MARKUP =
  /<(?:\/[a-z][a-z\d]*\s*|(?:br|hr|img|wbr|p|div|li)(?:\s[^<>]{0,2000})?\/?|[a-z][a-z\d]*\s+[a-z-]+\s*=\s*["'][^<>]{0,2000})>|<!--/i;

/** Whether a text that is said to be plain is HTML all the same. */
export const looksLikeHtml = (text: string): boolean => text.includes('<') && CLOSING_TAG.test(text);

/** The same, escaped once more. */
const ESCAPED_CLOSING_TAG = /&lt;\/[a-z][a-z\d]*\s*&gt;/i;

/** Whether a text taken out of HTML is itself the source of HTML, as where a feed escapes twice or three times. */
export function holdsMarkup(text: string): boolean {
  const head = text.length > MAX_LOOK ? text.slice(0, MAX_LOOK) : text;
  return (
    (head.includes('<') && ANY_MARKUP.test(head)) || (head.includes('&lt;') && ESCAPED_CLOSING_TAG.test(head))
  );
}
