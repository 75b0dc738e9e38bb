/**
 * Feed documents made to be slow or large to read: a name, what to do, and how many entries of the document are good
 * and must come out of it.
 */
const rss = (items) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${items}</channel></rss>`;
const item = (inner) => `<item><title>One</title><link>https://x.test/1</link>${inner}</item>`;
const K = 1_000;
const M = 1_000_000;

export const HOSTILE = [
  [
    '120 KB description of unclosed tags',
    () => rss(item(`<description><![CDATA[${'<a href="'.repeat(13 * K)}]]></description>`)),
  ],
  [
    '120 KB description of "<"',
    () => rss(item(`<description><![CDATA[${'<'.repeat(120 * K)}]]></description>`)),
  ],
  [
    '120 KB of "&lt;b" escaped twice',
    () => rss(item(`<description>${'&amp;lt;b'.repeat(13 * K)}</description>`)),
  ],
  [
    '120 KB of blanks in a title',
    () => rss(`<item><title>${' '.repeat(120 * K)}x</title><link>https://x.test/1</link></item>`),
  ],
  ['120 KB of commas in a date', () => rss(item(`<pubDate>${'Mon, '.repeat(24 * K)}</pubDate>`))],
  [
    '120 KB of "]]" in CDATA',
    () => rss(item(`<description><![CDATA[${']]'.repeat(60 * K)}]]></description>`)),
  ],
  [
    '100,000 nested elements in an entry',
    () => rss(item(`<description>${'<div>'.repeat(100 * K)}x${'</div>'.repeat(100 * K)}</description>`)),
  ],
  [
    '100,000 nested elements around the entries',
    () => '<a>'.repeat(100 * K) + rss(item('')) + '</a>'.repeat(100 * K),
  ],
  [
    '100,000 attributes of one element',
    () =>
      rss(
        `<item ${Array.from({ length: 100 * K }, (_, i) => `a${i}="b"`).join(' ')}><title>One</title></item>`,
      ),
  ],
  [
    '100,000 entities of an internal DTD',
    () =>
      `<!DOCTYPE rss [${Array.from({ length: 100 * K }, (_, i) => `<!ENTITY e${i} "x">`).join('')}]>${rss(item(''))}`,
  ],
  [
    'entities that expand to a billion',
    () =>
      `<!DOCTYPE rss [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]>${rss(item('<description>&a30;</description>'))}`,
  ],
  ['a million character references', () => rss(item(`<description>${'&eacute;'.repeat(M)}</description>`))],
  ['100,000 comments never closed', () => rss(item('')) + '<!-- '.repeat(100 * K)],
  ['a million empty entries', () => rss('<item/>'.repeat(M))],
  ['300,000 entries', () => rss('<item><title>a</title></item>'.repeat(300 * K))],
  [
    '10 MB of one title',
    () => rss(`<item><title>${'word '.repeat(2 * M)}</title><link>https://x.test/1</link></item>`),
  ],
  [
    '1.4 million tags in one description',
    () => rss(item(`<description>${'<p>x</p>'.repeat(700 * K)}</description>`)),
  ],
  [
    '10 MB of JSON brackets',
    () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(10 * M)}`,
  ],
];
