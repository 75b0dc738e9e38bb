/** Services that carry many outlets under one name, so that none of them owns it. */
const SHARED = [
  'bbc.com bbc.co.uk bbci.co.uk dw.com feedburner.com feedproxy.google.com news.google.com google.com',
  'youtube.com reddit.com facebook.com instagram.com twitter.com x.com t.me telegram.me medium.com substack.com',
  'rss.app feedspot.com fetchrss.com politepol.com rsshub.app openrss.org inoreader.com blogger.com github.io',
].flatMap((hosts) => hosts.split(' '));

/** Hosts of which each outlet has a name of its own in front. */
const OWN_NAME_IN_FRONT = new Set(['substack.com', 'medium.com', 'github.io']);

/** Whether articles at a host may be of several outlets. */
export function isShared(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return SHARED.some(
    (shared) => name === shared || (!OWN_NAME_IN_FRONT.has(shared) && name.endsWith(`.${shared}`)),
  );
}
