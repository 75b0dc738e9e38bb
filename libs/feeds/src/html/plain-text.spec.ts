import fc from 'fast-check';
import { plainText } from './plain-text.js';

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

  it('leaves out what is nested beyond reason', () => {
    expect(read(`before ${'<div>'.repeat(100_000)}deep`)).toBe('before');
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
