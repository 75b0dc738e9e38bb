import { charsetOf, declaredEncoding } from './declared-charset.js';

describe('charsetOf', () => {
  it.each([
    ['text/xml; charset=utf-8', 'utf-8'],
    ['application/rss+xml;charset=UTF-8', 'UTF-8'],
    ['text/xml; charset = "windows-1256" ; q=1', 'windows-1256'],
    ["application/xml;charset= 'us-ascii'", 'us-ascii'],
    ['text/xml; charset="utf-8', 'utf-8'],
    ['text/html, text/xml; charset=koi8-r', 'koi8-r'],
    ['text/xml; charset=gbk; charset=utf-8', 'gbk'],
    ['TEXT/XML; CHARSET=Latin1', 'Latin1'],
  ])('finds the charset of %p', (type, charset) => expect(charsetOf(type)).toBe(charset));

  it.each([
    null,
    '',
    'text/xml',
    'text/xml;',
    'text/xml; charset=',
    'text/xml; charset=""',
    'text/xml; xcharset=utf-8',
    'text/xml; charset:utf-8',
  ])('finds none in %p', (type) => expect(charsetOf(type)).toBeNull());
});

describe('declaredEncoding', () => {
  const of = (text: string) => declaredEncoding(Buffer.from(text));

  it.each([
    ['<?xml version="1.0" encoding="windows-1256"?><rss/>', 'windows-1256'],
    ["<?xml version='1.0'  encoding = 'Big5' standalone='yes' ?>", 'Big5'],
    ['\n \n<?xml version="1.0" encoding="utf-8"?>', 'utf-8'],
    ['<br />Warning: x in y<?XML VERSION="1.0" ENCODING="gbk"?>', 'gbk'],
    ['<?xml version="1.0" encoding=iso-8859-2 ?>', 'iso-8859-2'],
    ['<?xml version="1.0"\n\tencoding="koi8-r"?>', 'koi8-r'],
  ])('finds the encoding of %p', (text, encoding) => expect(of(text)).toBe(encoding));

  it.each([
    '<?xml version="1.0"?><a encoding="gbk"/>',
    '<rss encoding="gbk">',
    '<?xml-stylesheet encoding="gbk"?>',
    '<?xml version="1.0" encoding=""?>',
    `${' '.repeat(2_000)}<?xml version="1.0" encoding="gbk"?>`,
  ])('finds none in %p', (text) => expect(of(text)).toBeNull());
});
