import iconv from 'iconv-lite';
import { wideShapeOf } from './byte-order.js';
import { decodeBody } from './decode-body.js';

const URDU = '<rss><title>پاکستان اور افغانستان</title></rss>';
const encoded = (text: string, encoding: string) => iconv.encode(text, encoding);

describe('decodeBody', () => {
  it('ignores a byte order mark of UTF-16 before plain ASCII', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<rss><title>Kabul</title></rss>')]);
    expect(decodeBody(body, null)).toEqual({ text: '<rss><title>Kabul</title></rss>', encoding: 'utf-8' });
  });

  it('drops doubled byte order marks', () => {
    expect(decodeBody(Buffer.from(`\ufeff\ufeff${URDU}`), null).text).toBe(URDU);
  });

  it('knows wide encodings by their shape behind blank lines, and as JSON', () => {
    for (const text of [`\r\n  ${URDU}`, '{"title":"کابل"}']) {
      for (const name of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
        expect(decodeBody(encoded(text, name), 'application/json')).toEqual({ text, encoding: name });
      }
    }
  });
});

describe('wideShapeOf', () => {
  it.each([
    ['plain text', Buffer.from('<rss>')],
    ['a zero before plain text', Buffer.from('\0<rss>')],
    ['a zero within plain text', Buffer.from('<\0rss>')],
    ['nothing', Buffer.alloc(0)],
    ['one character', Buffer.from([0x3c, 0x00])],
    ['zeros', Buffer.alloc(16)],
  ])('sees none in %s', (_, bytes) => expect(wideShapeOf(bytes)).toBeNull());
});
