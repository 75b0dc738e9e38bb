import iconv from 'iconv-lite';
import { decodeBytes } from './decode-bytes.js';
import { encodingLabels, encodingOf } from './encoding-labels.js';

/** Labels of the standard whose encodings a browser refuses to read; we read them. */
const REPLACED = ['csiso2022kr', 'hz-gb-2312', 'iso-2022-cn', 'iso-2022-cn-ext', 'iso-2022-kr'];

/** What the runtime calls the encoding of a label; null for the two or three that it does not have. */
function runtimeName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

describe('encodingOf', () => {
  it('knows as many labels as the Encoding Standard has, each for the encoding the runtime gives it', () => {
    const labels = encodingLabels();
    expect(labels.length + REPLACED.length + 1).toBe(228);
    const known = labels.filter((label) => runtimeName(label) !== null);
    expect(known.length).toBeGreaterThan(215);
    for (const label of known) expect([label, encodingOf(label)]).toEqual([label, runtimeName(label)]);
  });

  it('leaves out no encoding that the standard has', () => {
    const names = new Set(encodingLabels().map((label) => encodingOf(label)));
    expect(names.size).toBe(39);
  });

  it.each([
    ['  UTF-8 ', 'utf-8'],
    ['utf_8', 'utf-8'],
    ['Windows_1256', 'windows-1256'],
    ['win-1251', 'windows-1251'],
    ['ISO8859_15', 'iso-8859-15'],
    ['iso-88592', 'iso-8859-2'],
    ['8859-1', 'windows-1252'],
    ['MacCyrillic', 'x-mac-cyrillic'],
    ['cp1256', 'windows-1256'],
    ['MS-ARAB', 'windows-1256'],
    ['CP850', 'ibm850'],
    ['ibm437', 'ibm437'],
    ['cspc8codepage437', 'ibm437'],
    ['cp037', 'ibm037'],
    ['ebcdic-cp-ch', 'ibm500'],
    ['UTF_32', 'utf-32be'],
    ['csUCS4', 'utf-32be'],
    ['hz-gb-2312', 'hz-gb-2312'],
    ['csISO2022KR', 'iso-2022-kr'],
    ['iso-2022-cn-ext', 'iso-2022-cn'],
  ])('takes %p for %s', (label, name) => expect(encodingOf(label)).toBe(name));

  it.each([
    '',
    ' ',
    'bogus',
    'utf-7',
    'base64',
    'hex',
    'binary',
    'cp9999',
    'charset',
    '__proto__',
    'x-',
    '\u0000',
  ])('takes %p for nothing', (label) => expect(encodingOf(label)).toBeNull());
});

describe('decodeBytes', () => {
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const others =
    'ibm437 ibm720 ibm864 ibm1125 ibm037 ibm500 ibm875 ibm1140 koi8-t viscii tcvn maccenteuro macgreek'.split(
      ' ',
    );

  it('reads every encoding that a label can mean, whatever the bytes', () => {
    const names = new Set(
      [...encodingLabels(), ...others, ...REPLACED].map((label) => encodingOf(label) ?? ''),
    );
    for (const name of names) expect(decodeBytes(everyByte, name).length).toBeGreaterThan(60);
  });

  it.each([
    ['euc-kr', '똠방각하 뷁', 'cp949'],
    ['big5', '香港嘅新聞 喺', 'big5hkscs'],
    ['gb18030', '阿富汗 𠀀 پاکستان', 'gb18030'],
    ['gbk', '阿富汗 朱镕基 €', 'gbk'],
    ['euc-jp', '日本語 ｶﾌﾞﾙ', 'eucjp'],
    ['shift_jis', '日本語 ｶﾌﾞﾙ ①', 'shiftjis'],
    ['utf-32be', 'کابل 𠀀', 'utf-32be'],
  ])('reads the whole of %s', (encoding, text, writtenAs) => {
    expect(decodeBytes(iconv.encode(text, writtenAs), encoding)).toBe(text);
  });

  it('drops an odd byte at the end of UTF-16, and marks half a surrogate pair', () => {
    expect(decodeBytes(Buffer.from([0x41, 0x00, 0x42]), 'utf-16le')).toBe('A');
    expect(decodeBytes(Buffer.from([0xd8, 0x00, 0x00, 0x41]), 'utf-16be')).toBe('\ufffdA');
  });
});
