import { atomEntry, itemOf } from '../../../../test/support/parsed-feed.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const DIV = '<div xmlns="http://www.w3.org/1999/xhtml">';

describe('a text of Atom 1.0', () => {
  it.each([
    ['<title>a &lt; b &amp; c</title>', 'a < b & c'],
    ['<title>The &lt;T&gt; parameter</title>', 'The <T> parameter'],
    ['<title type="text">1 &lt; 2 and 3 &gt; 2</title>', '1 < 2 and 3 > 2'],
    ['<title type="text/plain">a &lt;b c</title>', 'a <b c'],
    ['<title type="html">a &lt;b&gt;bold&lt;/b&gt; word</title>', 'a bold word'],
    ['<title type="text/html">a &amp;lt; b</title>', 'a < b'],
    ['<title type="HTML"><![CDATA[a &amp; <i>b</i>]]></title>', 'a & b'],
    [`<title type="xhtml">${DIV}1 &lt; 2 <b>bold</b></div></title>`, '1 < 2 bold'],
    ['<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">a<x:br/>b</x:div></title>', 'a b'],
    [`<title type="xhtml">${DIV}<![CDATA[a < b]]> &eacute;</div></title>`, 'a < b é'],
    [`<title type="application/xhtml+xml">${DIV}a</div></title>`, 'a'],
    ['<title>unmarked <b>elements</b> &lt;i></title>', 'unmarked elements <i>'],
    ['<title type="made-up">a &lt; b</title>', 'a < b'],
    [`<title type="application/octet-stream">${base64('a <b>c</b>')}</title>`, 'a c'],
  ])('like %s reads %p', async (inner, title) => expect(await atomEntry(inner)).toMatchObject({ title }));

  it('that claims to be plain but is HTML all the same is read as HTML', async () => {
    expect(await atomEntry('<title>a &lt;b&gt;bold&lt;/b&gt; word</title>')).toMatchObject({
      title: 'a bold word',
    });
  });

  it('whose references were escaped twice is read as it was meant', async () => {
    expect(await atomEntry('<title>It&amp;#8217;s &amp;amp; &amp;quot;more&amp;quot;</title>')).toMatchObject(
      {
        title: 'It’s & "more"',
      },
    );
  });

  it('nested as deep as anybody likes is read', async () => {
    const deep = `${'<div>'.repeat(15_000)}deep${'</div>'.repeat(15_000)}`;
    const item = await atomEntry(`<content type="xhtml">${DIV}${deep}</div></content><title>a</title>`);
    expect(item).toMatchObject({ title: 'a', content: 'deep' });
  });

  it('of another medium is none, and content elsewhere gives its address', async () => {
    expect(
      await atomEntry(`<title>a</title><content type="image/png">${base64('x')}</content>`),
    ).toMatchObject({
      content: '',
    });
    const entry = '<entry><title>a</title><content type="video/mp4" src="/1.mp4"/></entry>';
    expect(await itemOf(`<feed>${entry}</feed>`)).toMatchObject({
      url: 'https://feeds.test/1.mp4',
      content: '',
    });
  });
});

describe('a text of Atom 0.3', () => {
  const titleOf = async (attributes: string, text: string) =>
    (await itemOf(`<feed version="0.3"><entry><title ${attributes}>${text}</title></entry></feed>`)).title;

  it.each([
    ['', 'a &lt; b', 'a < b'],
    ['mode="escaped"', '&lt;b&gt;a&lt;/b&gt; &amp;amp; b', 'a & b'],
    ['mode="escaped" type="text/html"', '&lt;b&gt;a&lt;/b&gt; b', 'a b'],
    ['mode="escaped" type="text/plain"', 'a &lt;T&gt; b', 'a <T> b'],
    ['mode="xml" type="application/xhtml+xml"', `${DIV}a <b>b</b></div>`, 'a b'],
    ['mode="xml"', 'a <b>b</b>', 'a b'],
    ['mode="base64" type="text/html"', base64('<b>a</b> &amp; b'), 'a & b'],
    ['mode="base64" type="text/plain"', base64('a < b'), 'a < b'],
    ['mode="base64"', `\n ${base64('کابل')} \n`, 'کابل'],
  ])('with %s and %s reads %p', async (attributes, text, title) =>
    expect(await titleOf(attributes, text)).toBe(title),
  );
});
