import { itemLink, urlKeyOf } from '#feeds/identity/url-key.js';
import { readArchive } from './support/replay-archive.js';
import { replayFolder } from './support/replay-server.js';

const folder = replayFolder();
if (!folder)
  console.warn('LEFT OUT: the keys of real links, since there are no real feed documents beside the project');

/** The only difference that links of one article are known to have there. */
const folded = (link: string): string => link.replace(/\/(?=\?|$)/, '');

(folder ? describe : describe.skip)('the URL keys of real links', () => {
  const archive = () => [...readArchive(folder!).values()].flat();
  const linksOf = () => archive().flatMap(({ items }) => items.map(({ link }) => link));

  it('make one of links that are known to be of one article, and of no others', () => {
    const byKey = new Map<string, Set<string>>();
    const links = linksOf();
    for (const link of links) {
      const key = urlKeyOf(itemLink({ url: link, guid: null })!)!;
      byKey.set(key, (byKey.get(key) ?? new Set()).add(folded(link)));
    }
    expect([...byKey.values()].filter((forms) => forms.size > 1)).toEqual([]);
    expect(byKey.size).toBe(new Set(links.map(folded)).size);
    console.info(`${links.length} real links have ${byKey.size} keys`);
  });

  it('stay the same under every form in which their articles are shown elsewhere', () => {
    const strayed = linksOf().flatMap((link) => {
      const key = urlKeyOf(link);
      return formsOf(link).filter((url) => urlKeyOf(itemLink({ url, guid: null })!) !== key);
    });
    expect(strayed).toEqual([]);
  });
});

function formsOf(link: string): string[] {
  const { host, pathname, search } = new URL(link);
  const rest = `${pathname.replace(/\/$/, '')}${search}`;
  return [
    `http://${host}${rest}#top`,
    `${link}${search ? '&' : '?'}utm_source=rss&fbclid=x1`,
    `https://www.google.com/url?sa=t&url=${encodeURIComponent(link)}&usg=x`,
    `https://www.google.com/amp/s/${host}${rest}`,
    `https://${host.replaceAll('.', '-')}.cdn.ampproject.org/c/s/${host}${rest}`,
  ];
}
