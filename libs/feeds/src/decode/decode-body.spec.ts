import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeBody } from './decode-body.js';

const URDU = '<rss><title>پاکستان اور افغانستان</title></rss>';
const FRENCH = '<rss><title>Le général à Kaboul – « côté » €</title></rss>';
const encoded = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM });
const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?>${text}`;

describe('decodeBody', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'obeys a byte order mark of %s first',
    (name) => {
      const body = encoded(URDU, name, true);
      expect(decodeBody(body, 'text/xml; charset=windows-1252')).toEqual({ text: URDU, encoding: name });
    },
  );

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'knows %s without a mark by its shape',
    (name) => {
      expect(decodeBody(encoded(URDU, name), null)).toEqual({ text: URDU, encoding: name });
    },
  );

  it.each(['iso-8859-1', 'windows-1256', 'utf-16', 'no-such-charset'])(
    'believes valid multi-byte UTF-8 before a label of %s',
    (label) => {
      const text = xml(label, URDU);
      expect(decodeBody(Buffer.from(text), `text/xml; charset=${label}`)).toEqual({
        text,
        encoding: 'utf-8',
      });
    },
  );

  it('believes the HTTP charset before the XML declaration', () => {
    const text = xml('windows-1252', URDU);
    const body = encoded(text, 'windows-1256');
    expect(decodeBody(body, 'application/xml; charset="Windows-1256"')).toEqual({
      text,
      encoding: 'windows-1256',
    });
  });

  it('believes the XML declaration where HTTP names no charset, or none that exists', () => {
    const text = xml('windows-1251', '<rss>Афганистан</rss>');
    const body = encoded(text, 'windows-1251');
    for (const type of [null, 'text/xml', 'text/xml; charset=utf-16', 'text/xml; charset=nonsense']) {
      expect(decodeBody(body, type)).toEqual({ text, encoding: 'windows-1251' });
    }
  });

  it.each(['iso-8859-1', 'ISO_8859-1', 'latin1', 'us-ascii'])(
    'reads %s as windows-1252, as browsers do',
    (label) => {
      const body = encoded(FRENCH, 'windows-1252');
      expect(decodeBody(body, `text/xml; charset=${label}`)).toEqual({
        text: FRENCH,
        encoding: 'windows-1252',
      });
    },
  );

  it('reads bytes 80 to 9F of windows-1252 as printable characters', () => {
    const body = Buffer.from([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9f]);
    expect(decodeBody(body, 'text/xml; charset=windows-1252').text).toBe('€…‘’“”–—™Ÿ');
  });

  it.each([
    ['shift_jis', '日本語のニュース'],
    ['euc-jp', '日本語のニュース'],
    ['gb2312', '阿富汗新闻'],
    ['gb18030', '阿富汗新闻'],
    ['big5', '阿富汗新聞'],
    ['euc-kr', '아프가니스탄'],
    ['koi8-r', 'Афганистан'],
    ['iso-8859-6', 'أفغانستان'],
    ['windows-1254', 'Afganistan’da ışık'],
  ])('knows the label %s', (label, text) => {
    expect(decodeBody(encoded(text, label), `text/xml; charset=${label}`).text).toBe(text);
  });

  it('guesses windows-1256 where Arabic words appear, and windows-1252 where accented letters do', () => {
    expect(decodeBody(encoded(URDU, 'windows-1256'), null).encoding).toBe('windows-1256');
    expect(decodeBody(encoded(FRENCH, 'windows-1252'), null)).toEqual({
      text: FRENCH,
      encoding: 'windows-1252',
    });
    expect(decodeBody(encoded('<t>caf\u00e9</t>', 'windows-1252'), null).text).toBe('<t>café</t>');
  });

  it('guesses too where the label says UTF-8 and the bytes say otherwise', () => {
    const body = encoded(xml('utf-8', URDU), 'windows-1256');
    expect(decodeBody(body, 'text/xml; charset=utf-8').encoding).toBe('windows-1256');
  });

  it('stays with UTF-8 where few bytes are broken or the last character is cut', () => {
    const broken = Buffer.concat([Buffer.from(URDU), Buffer.from([0xff]), Buffer.from(URDU)]);
    expect(decodeBody(broken, null)).toEqual({ text: `${URDU}\ufffd${URDU}`, encoding: 'utf-8' });
    const cut = Buffer.from(`${URDU}پ`).subarray(0, -1);
    expect(decodeBody(cut, 'text/xml; charset=iso-8859-1').encoding).toBe('utf-8');
  });

  it.each(['utf-16', 'UTF-16BE', 'ucs-2', 'unicode', 'utf-32', 'csucs4', 'cp037'])(
    'passes over a label of %s that the bytes belie',
    (label) => {
      const text = xml(label, '<rss>Kabul</rss>');
      expect(decodeBody(Buffer.from(text), `text/xml; charset=${label}`)).toEqual({
        text,
        encoding: 'utf-8',
      });
      const french = xml(label, FRENCH);
      expect(decodeBody(encoded(french, 'windows-1252'), null)).toEqual({
        text: french,
        encoding: 'windows-1252',
      });
    },
  );

  it('reads EBCDIC by its declaration', () => {
    const declaration = [
      0x4c, 0x6f, 0xa7, 0x94, 0x93, 0x40, 0x85, 0x95, 0x83, 0x96, 0x84, 0x89, 0x95, 0x87, 0x7e, 0x7f,
    ];
    const pages: [string, number[], string, string][] = [
      ['cp037', [0x83, 0x97, 0xf0, 0xf3, 0xf7], 'ibm037', '\u00a2'],
      ['cp500', [0x83, 0x97, 0xf5, 0xf0, 0xf0], 'ibm500', '['],
    ];
    for (const [label, bytes, name, character] of pages) {
      const body = Buffer.from([...declaration, ...bytes, 0x7f, 0x6f, 0x6e, 0x15, 0x4a, 0x80]);
      expect(decodeBody(body, 'text/xml')).toEqual({
        text: `<?xml encoding="${label}"?>\n${character}Ø`,
        encoding: name,
      });
    }
  });

  it('believes the XML declaration where HTTP says UTF-8 by habit and the bytes say otherwise', () => {
    const text = xml('windows-1251', '<rss>Афганистан сегодня</rss>');
    const body = encoded(text, 'windows-1251');
    expect(decodeBody(body, 'text/xml; charset=utf-8')).toEqual({ text, encoding: 'windows-1251' });
  });

  it('says the same for text and application types', () => {
    const body = encoded(xml('windows-1256', URDU), 'windows-1256');
    for (const type of [
      'text/xml',
      'application/xml',
      'text/plain',
      'application/atom+xml',
      'text/html',
      'nonsense',
    ]) {
      expect(decodeBody(body, type).encoding).toBe('windows-1256');
    }
  });

  it('stays with long UTF-8 that has a broken byte, against a label', () => {
    const body = Buffer.concat([Buffer.from(URDU.repeat(9)), Buffer.from([0xff])]);
    expect(decodeBody(body, 'text/xml; charset=windows-1256').encoding).toBe('utf-8');
    expect(decodeBody(encoded(URDU.repeat(9), 'windows-1256'), 'text/xml; charset=windows-1256').text).toBe(
      URDU.repeat(9),
    );
  });

  it.each([
    ['Russian', 'Сегодня день независимости Афганистана', 'windows-1251'],
    ['Polish', 'Łódź, źródło, gęś i żółw', 'windows-1250'],
    ['Turkish', 'İstanbul’da ağır kış şartları', 'windows-1254'],
    ['German', 'Über größere Straßen für Öl', 'windows-1252'],
  ])('does not take %s for Arabic', (_, text, encoding) => {
    expect(decodeBody(encoded(text, encoding), null).encoding).toBe('windows-1252');
  });

  it('guesses by words that stand far from the start', () => {
    const body = Buffer.concat([Buffer.alloc(300_000, 'plain '), encoded('سرحد کی خبریں', 'windows-1256')]);
    expect(decodeBody(body, null).encoding).toBe('windows-1256');
  });

  it('gives a text and a name for any bytes and any label', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.string(), (bytes, label) => {
        const { text, encoding } = decodeBody(Buffer.from(bytes), `text/xml; charset=${label}`);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(encoding).toMatch(/^[a-z0-9_-]+$/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('decodes nothing to nothing', () => {
    expect(decodeBody(Buffer.alloc(0), null)).toEqual({ text: '', encoding: 'utf-8' });
  });
});
