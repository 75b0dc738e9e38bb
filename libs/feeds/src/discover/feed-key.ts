/**
 * The same for all spellings of one feed's address, and for no two feeds: without scheme, default ports, "www.", a slash
 * at the end and the fragment. Parameters stay as they are, since they choose the feed. Text that is no address is its
 * own key.
 */
export function feedKeyOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, port, pathname, search } = new URL(url);
  const host = hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  const place = port === '' || port === '80' || port === '443' ? host : `${host}:${port}`;
  return place + pathname.replace(/\/+$/, '') + search;
}
