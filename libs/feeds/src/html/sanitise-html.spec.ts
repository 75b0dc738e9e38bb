import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { MAX_HTML, sanitiseHtml } from './sanitise-html.js';

const clean = (html: string) => sanitiseHtml(html, 'https://x.test/news/');
/** The elements as a browser would take them, their names in lower case and their values decoded. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  new Parser({ onopentag: (name, attributes) => void elements.push({ name, attributes }) }).end(html);
  return elements;
}

const REL = 'rel="nofollow noopener noreferrer"';

describe('sanitiseHtml', () => {
  it.each([
    ['<p>One <b>bold</b> word.</p>', '<p>One <b>bold</b> word.</p>'],
    ['<p class="a" id="b" style="color:red" onclick="x()">a</p>', '<p>a</p>'],
    ['<script>x()</script><style>p{}</style>a<!-- b -->', 'a'],
    ['<iframe src="https://y.test/">x</iframe><object>x</object><form><input value="x">a</form>', 'a'],
    ['<a href="1">a</a>', `<a href="https://x.test/news/1" ${REL}>a</a>`],
    [
      '<a href="http://y.test/?a=1&b=2" target="_top">a</a>',
      `<a href="http://y.test/?a=1&amp;b=2" ${REL}>a</a>`,
    ],
    ['<a href="mailto:a@x.test">a</a>', `<a href="mailto:a@x.test" ${REL}>a</a>`],
    ['<a href="javascript:x()" rel="me">a</a>', '<a>a</a>'],
    ['<a href=" jAvaScript&#58;x()">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a><a>b</a>', '<a>a</a><a>b</a>'],
    ['<img src="/i.png" alt="a" srcset="x 2x" onerror="x()">', '<img src="https://x.test/i.png" alt="a" />'],
    ['<img src="data:image/png;base64,x">a<img alt="b">', 'a'],
    ['<svg><script>x</script></svg><math><mi>y</mi></math>', 'y'],
    ['<p dir="rtl" lang="ur">خبر</p>', '<p dir="rtl" lang="ur">خبر</p>'],
    ['<a href="http://u:p@y.test/">a</a>', `<a href="http://y.test/" ${REL}>a</a>`],
    ['<td colspan="2" rowspan="x">a</td>', '<td colspan="2">a</td>'],
    ['a\u0000b', 'ab'],
    ['<b>left open', '<b>left open</b>'],
    ['a < b & c', 'a &lt; b &amp; c'],
  ])('makes of %s %s', (html, expected) => expect(clean(html)).toBe(expected));

  it.each(['', '   ', '<script>x</script>', '<!-- x -->'])('has nothing left of %p', (html) =>
    expect(clean(html)).toBeNull(),
  );

  it.each(['<div>', '<b><i>', '<blockquote>', '<a href="', '<table><tr><td>'])(
    'gives up what is beyond reason: %s without end',
    (piece) => expect(clean(piece.repeat(30_000))).toBeNull(),
  );

  it('keeps long lists and paragraphs that end by themselves', () => {
    expect(clean(`<ul>${'<li>a'.repeat(500)}</ul>`)).toContain('<li>a</li>');
    expect(clean('<p>a'.repeat(500))?.match(/<p>a<\/p>/g)).toHaveLength(500);
  });

  it.each(['خبر ', '& ', 'a ', '<b>x</b> ', '<a href="1">x</a> '])(
    'is no longer than its limit, of %s',
    (piece) => {
      const html = clean(piece.repeat(9_000)) ?? '';
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_HTML);
      expect(html.length).toBeGreaterThan(0);
    },
  );

  it('lets through no element or attribute that can run', () => {
    const piece = fc.constantFrom(
      ...[
        '<script',
        '<a ',
        '<img ',
        '<svg ',
        'href=',
        'src=',
        'onerror=',
        'style=',
        '"',
        "'",
        '>',
        '/',
        '</',
        ' ',
      ],
      ...[
        'javascript:',
        'data:',
        'x()',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '&lt;',
        '&#x3c;',
        '<p>',
        '<math>',
        '\u0000',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { name, attributes } of elementsOf(clean(pieces.join('')) ?? '')) {
          expect(name).not.toMatch(/^(?:script|svg|math)/);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(attribute).not.toMatch(/^on|style/);
            expect(value).not.toMatch(/^\s*(?:javascript|data):/i);
          }
        }
      }),
      // What an address holds is no attribute, whatever it looks like.
      { numRuns: 1_000, examples: [[['<a ', 'href=', 'style=', '<p>']]] },
    );
  });
});
