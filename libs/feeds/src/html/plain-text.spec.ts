import fc from 'fast-check';
import { plainText, plainTextOfText } from './plain-text.js';

const read = (html: string) => plainText(html, 1_000);

describe('plainText', () => {
  it.each([
    ['<p>One <b>bold</b> word.</p><p>Two.</p>', 'One bold word. Two.'],
    ['one<br>two<br/>three', 'one two three'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['an<i>other</i> w<em>or</em>d', 'another word'],
    ['<a href="http://x.test/?a=1&b=2">link</a> text', 'link text'],
    ['  many \n\t kinds \u00a0 of&nbsp;&#160;space ', 'many kinds of space'],
    ['Tom &amp; Jerry &lt;3 &eacute;&#233;&#xE9; &rsquo;&#146;', 'Tom & Jerry <3 ééé ’’'],
    ['AT&T & a < b > c', 'AT&T & a < b > c'],
    ['<script>alert("x")</script>shown<style>p { color: red }</style>', 'shown'],
    ['<!-- not shown -->shown', 'shown'],
    ['text <a href="http://x.test/cut', 'text'],
    ['<img src="x.jpg" alt="a picture">caption', 'caption'],
    ['&lt;p&gt;escaped &lt;b&gt;twice&lt;/b&gt;&lt;/p&gt;', 'escaped twice'],
    ['&#1;\u0000a\u0007b\ud800c', 'abc'],
    ['a<b', 'a<b'],
    ['<p>a<b and c', 'a<b and c'],
    ['cut within<br', 'cut within'],
    ['', ''],
  ])('reads %p as %p', (html, text) => expect(read(html)).toBe(text));

  it('keeps the joiners and marks of Arabic script', () => {
    expect(read('<p>می\u200cخواهد&zwnj;ها كِتاب</p>')).toBe('می\u200cخواهد\u200cها كِتاب');
  });

  it('cuts at the length asked for, and never within a character', () => {
    expect(plainText('<b>abcdef</b>', 4)).toBe('abcd');
    expect(plainText('abc😀', 4)).toBe('abc');
    expect(plainText('abc def', 4)).toBe('abc');
  });

  it.each([
    ['&amp;lt;p&amp;gt;thrice&amp;lt;/p&amp;gt;', 'thrice'],
    ['one&lt;br&gt;two &lt;img src="x"/&gt;three', 'one two three'],
    ['&lt;a href="/x">cut', 'cut'],
    ['&lt;!-- c -->shown', 'shown'],
    ['<title>not ended <b>bold</b>', 'not ended bold'],
    ['<object>for want of <em>better</em></object>', 'for want of better'],
    ['<script src="x"/>shown', 'shown'],
    ['<head><title>t</title><body>shown', 'shown'],
    ['<svg><svg></svg>no</svg>shown', 'shown'],
    ['<![CDATA[a < b]]>', 'a < b'],
    ['caf&eacute &copy 2026', 'café © 2026'],
    ['a \u0007 b \ud800 c', 'a b c'],
    ['1 < 2 and x <y> z', '1 < 2 and x z'],
  ])('leaves no markup of %p: %p', (html, text) => expect(read(html)).toBe(text));

  it('reads text at any depth', () => {
    expect(read(`before ${'<div>'.repeat(100_000)}deep`)).toBe('before deep');
  });

  it('gives plain text back as it is', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}.,;:!?'"()-]+$/u), { maxLength: 20 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        expect(plainText(text, 10_000)).toBe(text);
      }),
    );
  });

  it('leaves no element of any text, and no more than asked for', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b ',
      '<',
      '>',
      '&lt;',
      '&amp;',
      'word',
      ' ',
      '"',
      '<script>',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = plainText(pieces.join(''), 50);
        expect(text.length).toBeLessThanOrEqual(50);
        expect(text).not.toMatch(/<\/p>|\s\s|^\s|\s$/);
      }),
    );
  });
});

describe('plainTextOfText', () => {
  it.each([
    ['a < b', 'a < b'],
    ['The <T> parameter', 'The <T> parameter'],
    ['The <blink> tag', 'The <blink> tag'],
    ['a <b>bold</b> word', 'a bold word'],
    ['It&#8217;s &amp; more', 'It’s & more'],
    ['  two\n lines ', 'two lines'],
    ['R&D', 'R&D'],
  ])('reads %p as %p', (text, plain) => expect(plainTextOfText(text, 1_000)).toBe(plain));
});
