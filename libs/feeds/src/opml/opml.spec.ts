import fc from 'fast-check';
import { BLOCS, KINDS } from '#domain/source.js';
import { foldText } from '../html/plain-text.js';
import { type ListedSource, OPML_NAMESPACE, type OpmlReading } from './opml-list.js';
import { readOpml } from './read-opml.js';
import { writeOpml } from './write-opml.js';

type List = OpmlReading & { ok: true };

function listOf(opml: string | Buffer): List {
  const read = readOpml(Buffer.from(opml as string));
  if (!read.ok) throw new Error(read.error);
  return read;
}

const opml = (body: string, root = '<opml version="1.1">') =>
  `<?xml version="1.0"?>${root}<head><title>My feeds</title></head><body>\n${body}\n</body></opml>`;

describe('a list of feeds', () => {
  it('names its feeds in order, with the groups they lie in and the line they stand in', () => {
    const { title, entries } = listOf(
      opml(`<outline text="South Asia">
  <outline title="Pakistan">
    <outline type="rss" text="Dawn" xmlUrl="https://www.dawn.com/feeds/home" htmlUrl="https://www.dawn.com" language="en-us"/>
  </outline>
</outline>
<outline type="rss" text="Tolo" xmlUrl="https://tolonews.com/rss.xml"/>`),
    );
    expect(title).toBe('My feeds');
    expect(entries.map(({ title, line, groups, xmlUrl }) => ({ title, line, groups, xmlUrl }))).toEqual([
      {
        title: 'Dawn',
        line: 4,
        groups: ['South Asia', 'Pakistan'],
        xmlUrl: 'https://www.dawn.com/feeds/home',
      },
      { title: 'Tolo', line: 7, groups: [], xmlUrl: 'https://tolonews.com/rss.xml' },
    ]);
    expect(entries[0]).toMatchObject({ htmlUrl: 'https://www.dawn.com/', language: 'en-us', source: null });
  });

  it('is read as people write it: upper case, no type, bare "&", HTML entities, single quotes, no version', () => {
    const { entries } = listOf(
      `<OPML><BODY><OUTLINE TEXT='Caf&eacute; &amp; R&D' XMLURL='http://x.test/feed?a=1&b=2'></OUTLINE></BODY></OPML>`,
    );
    expect(entries).toMatchObject([{ title: 'Café & R&D', xmlUrl: 'http://x.test/feed?a=1&b=2' }]);
  });

  it('of version 1.0, which calls the address "url", gives its feeds', () => {
    const { entries, rejected } = listOf(
      opml(
        '<outline type="rss" title="A" url="http://a.test/rss"/><outline type="link" title="B" url="http://b.test/"/>',
      ),
    );
    expect(entries.map(({ xmlUrl }) => xmlUrl)).toEqual(['http://a.test/rss']);
    expect(rejected).toEqual([
      { line: 2, title: 'B', url: null, reason: 'it names no feed: there is no xmlUrl' },
    ]);
  });

  it('keeps feeds side by side where outlines are left open, and what came before a cut', () => {
    const open = opml('<outline text="G"><outline xmlUrl="http://a.test/"><outline xmlUrl="http://b.test/">');
    expect(listOf(open).entries.map(({ groups }) => groups)).toEqual([['G'], ['G']]);
    const whole = opml('<outline xmlUrl="http://a.test/"/><outline xmlUrl="http://b.test/"/>');
    expect(listOf(whole.slice(0, whole.indexOf('http://b') + 4)).entries).toHaveLength(1);
  });

  it('is read in the encoding that it declares', () => {
    const text =
      '<?xml version="1.0" encoding="windows-1256"?><opml><body><outline text="%" xmlUrl="http://a.test/"/></body></opml>';
    const [head, tail] = text.split('%') as [string, string];
    // "جنگ" in windows-1256.
    const body = Buffer.concat([Buffer.from(head), Buffer.from([0xcc, 0xe4, 0x90]), Buffer.from(tail)]);
    expect(listOf(body).entries[0]!.title).toBe('جنگ');
  });

  it('has what it names instead of an address told on one line, without control characters', () => {
    const { rejected } = listOf(opml('<outline xmlUrl="no&#27;[2J&#10;address"/>'));
    expect(rejected).toMatchObject([
      { url: 'no[2J address', reason: expect.stringMatching(/^"no\[2J address" is/) },
    ]);
  });

  it('has the lines that name nothing to watch rejected, each with the reason', () => {
    const { entries, rejected } = listOf(
      opml(
        [
          '<outline text="Mail" xmlUrl="mailto:a@b.test"/>',
          '<outline text="Secret" xmlUrl="https://me:pass@x.test/feed"/>',
          '<outline text="Words" xmlUrl="not an address"/>',
          '<outline text="Other" type="include" url="https://x.test/more.opml"/>',
          '<outline text="Empty group"></outline>',
          '<outline text="Bare" xmlUrl="feed://x.test/rss"/>',
        ].join('\n'),
      ),
    );
    expect(entries.map(({ xmlUrl }) => xmlUrl)).toEqual(['http://x.test/rss']);
    expect(rejected.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '2: "mailto:a@b.test" is not an http or https address',
      expect.stringMatching(/^3: .*user name or password/),
      expect.stringMatching(/^4: "not an address" is not an address/),
      '5: it names another list; import that by itself',
      '6: it names no feed: there is no xmlUrl',
    ]);
  });

  it('is refused where the document is none, with what it is instead', () => {
    const errorOf = (text: string) => readOpml(Buffer.from(text));
    expect(errorOf(' ')).toEqual({ ok: false, error: 'the document is empty' });
    expect(errorOf('<rss version="2.0"><channel/></rss>')).toMatchObject({
      error: expect.stringContaining('is a feed, not a list of feeds'),
    });
    expect(errorOf('<html><body>Hello</body></html>')).toMatchObject({
      error: expect.stringContaining('no opml element'),
    });
  });

  it('is read up to a limit of feeds, of depth and of size, and says where it stopped', () => {
    const many = opml('<outline xmlUrl="http://a.test/x"/>\n'.repeat(5_002));
    const { entries, rejected } = listOf(many);
    expect(entries).toHaveLength(5_000);
    expect(rejected).toEqual([
      {
        line: 5_002,
        title: null,
        url: null,
        reason: 'a list has at most 5000 feeds; what follows was left out',
      },
    ]);
    const deep = opml(`${'<outline text="g">'.repeat(100_000)}<outline xmlUrl="http://a.test/"/>`);
    expect(listOf(deep)).toMatchObject({
      entries: [],
      rejected: [{ reason: expect.stringContaining('64 deep') }],
    });
    expect(readOpml(Buffer.alloc(10 * 1_024 * 1_024 + 1, 'x'))).toMatchObject({ ok: false });
  });

  it('says nothing of an outlet where another program uses our prefix for something else', () => {
    const foreign = opml('<outline xmlUrl="http://a.test/" nm:source="x"/>', '<opml xmlns:nm="urn:other">');
    expect(listOf(foreign).entries[0]!.source).toBeNull();
    const renamed = opml(
      '<outline xmlUrl="http://a.test/" q:source="x"/>',
      `<opml xmlns:q="${OPML_NAMESPACE}">`,
    );
    expect(listOf(renamed).entries[0]!.source).toMatchObject({ id: 'x' });
  });
});

describe('a list that is written', () => {
  const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
  const language = fc.constantFrom('en', 'ur', 'ps', 'prs');
  const host = fc.domain();
  const url = fc
    .tuple(fc.webUrl({ withQueryParameters: true }), fc.constantFrom('', '?a=1&b=<2>', "?q='x'"))
    .map(([base, query]) => new URL(base + (base.includes('?') ? '' : query)).href);
  const feed = fc.record({
    ...{ id, title: text, url },
    language: fc.option(language),
    verified: fc.option(fc.constantFrom('2026-03-01', '2025-12-31')),
  });
  const source: fc.Arbitrary<ListedSource> = fc.record({
    ...{ id, name: text, bloc: fc.constantFrom(...BLOCS), kind: fc.constantFrom(...KINDS) },
    country: fc.constantFrom('PK', 'AF', 'unknown'),
    language: fc.oneof(language, fc.constant('mixed' as const)),
    hosts: fc.array(host, { maxLength: 3 }),
    feeds: fc.array(feed, { minLength: 1, maxLength: 3 }),
  });
  const kept = (words: string) =>
    foldText(words.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''), 1_000) || null;

  it('says the same when it is read again, whatever the names and addresses are', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), text, (sources, title) => {
        const read = listOf(writeOpml({ title, createdAt: new Date(0), sources }));
        expect(read.rejected).toEqual([]);
        expect(read.title).toBe(kept(title));
        const expected = sources.flatMap(({ feeds, ...marks }) =>
          feeds.map((one) => ({
            ...{ title: kept(one.title), xmlUrl: one.url, language: one.language },
            ...{ feedId: one.id, verified: one.verified, groups: [kept(marks.name) ?? ''] },
            source: { ...marks, name: kept(marks.name) },
          })),
        );
        expect(read.entries).toMatchObject(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('has no control character, which a reader may take for a letter', () => {
    const one = { ...{ id: 'a', title: 'a\u0080b', url: 'http://a.test/' }, language: null, verified: null };
    const marks = { id: 'a', name: '\u0080', country: 'PK', bloc: 'pakistani', kind: 'press' } as const;
    const sources = [{ ...marks, language: 'en', hosts: [], feeds: [one] }];
    const [entry] = listOf(writeOpml({ title: '', createdAt: new Date(0), sources })).entries;
    expect(entry).toMatchObject({ title: 'ab', groups: [''], source: { name: null } });
  });

  it('is OPML 2.0 that other programs read: a title, a date, groups with a text, feeds with type, text and xmlUrl', () => {
    const sources: ListedSource[] = [
      {
        ...{
          id: 'daily',
          name: 'A "Daily" & more',
          country: 'PK',
          bloc: 'pakistani',
          kind: 'press',
          language: 'en',
        },
        hosts: ['daily.test'],
        feeds: [
          {
            id: 'daily-home',
            title: 'Home\n<b>',
            url: 'https://daily.test/?a=1&b=2',
            language: null,
            verified: null,
          },
        ],
      },
    ];
    const written = writeOpml({ title: 'Feeds', createdAt: new Date('2026-03-01T12:00:00Z'), sources });
    expect(written).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:nm="${OPML_NAMESPACE}">
  <head>
    <title>Feeds</title>
    <dateCreated>Sun, 01 Mar 2026 12:00:00 GMT</dateCreated>
  </head>
  <body>
    <outline text="A &quot;Daily&quot; &amp; more" title="A &quot;Daily&quot; &amp; more" nm:source="daily" nm:country="PK" nm:bloc="pakistani" nm:kind="press" nm:language="en" nm:hosts="daily.test">
      <outline type="rss" text="Home&#10;&lt;b&gt;" title="Home&#10;&lt;b&gt;" xmlUrl="https://daily.test/?a=1&amp;b=2" nm:feed="daily-home"/>
    </outline>
  </body>
</opml>
`);
  });
});
