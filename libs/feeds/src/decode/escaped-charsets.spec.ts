import iconv from 'iconv-lite';
import { decodeBody } from './decode-body.js';
import { decodeEscaped } from './escaped-charsets.js';

/** The bytes of a text in an eight-bit encoding, made seven-bit. */
const sevenBit = (text: string, encoding: string) =>
  Buffer.from(iconv.encode(text, encoding).map((byte) => byte & 0x7f));
const bytes = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const japanese = bytes(
  '<t>\u001b$B',
  sevenBit('日本語', 'eucjp'),
  '\u001b(B news \u001b(I',
  Buffer.from([0x36]),
  '\u001b(J</t>',
);
const korean = bytes('\u001b$)C<t>\u000e', sevenBit('한국', 'cp949'), '\u000f news</t>');
const chinese = bytes('<t>~{', sevenBit('中文', 'gbk'), '~} ~~ne~\nws</t>');

describe('decodeEscaped', () => {
  it('reads ISO-2022-JP, half-width katakana included', () => {
    expect(decodeEscaped(japanese, 'iso-2022-jp')).toBe('<t>日本語 news ｶ</t>');
  });

  it('reads a rare kanji of the second Japanese set', () => {
    expect(decodeEscaped(bytes('\u001b$(D', Buffer.from([0x30, 0x21]), '\u001b(B'), 'iso-2022-jp')).toBe(
      '丂',
    );
  });

  it('reads ISO-2022-KR and ISO-2022-CN', () => {
    expect(decodeEscaped(korean, 'iso-2022-kr')).toBe('<t>한국 news</t>');
    const simplified = bytes('\u001b$)A\u000e', sevenBit('中文', 'gbk'), '\u000f!');
    expect(decodeEscaped(simplified, 'iso-2022-cn')).toBe('中文!');
  });

  it('reads HZ, its doubled tilde and its joined lines', () => {
    expect(decodeEscaped(chinese, 'hz-gb-2312')).toBe('<t>中文 ~news</t>');
  });

  it('keeps an escape that means nothing', () => {
    expect(decodeEscaped(bytes('a\u001b[0mb'), 'iso-2022-jp')).toBe('a\u001b[0mb');
  });
});

describe('decodeBody', () => {
  it('obeys labels of seven-bit encodings', () => {
    expect(decodeBody(korean, 'text/xml; charset=iso-2022-kr').text).toBe('<t>한국 news</t>');
    expect(decodeBody(chinese, 'text/xml; charset=HZ-GB-2312').text).toBe('<t>中文 ~news</t>');
  });

  it('knows Japanese by its escapes where nothing names it', () => {
    expect(decodeBody(japanese, null)).toEqual({ text: '<t>日本語 news ｶ</t>', encoding: 'iso-2022-jp' });
  });
});
