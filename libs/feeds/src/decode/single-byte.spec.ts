import { decodeSingleByte } from './single-byte.js';

const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i));

/** Bytes 80 to 9F of windows-1252, as the Encoding Standard's index has them. */
const WINDOWS_1252_80_TO_9F = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

describe('decodeSingleByte', () => {
  it('reads bytes 80 to 9F of windows-1252 as the Encoding Standard says, where the runtime may not', () => {
    const codes = Array.from(decodeSingleByte(upperHalf.subarray(0, 32), 'windows-1252'), (c) =>
      c.charCodeAt(0),
    );
    expect(codes).toEqual(WINDOWS_1252_80_TO_9F);
    if (process.versions.node.startsWith('20.')) {
      expect(new TextDecoder('windows-1252').decode(upperHalf.subarray(0, 1))).not.toBe('€');
    }
  });

  it('reads bytes A0 to FF of windows-1252 as the characters of the same number', () => {
    const codes = Array.from(decodeSingleByte(upperHalf.subarray(32), 'windows-1252'), (c) =>
      c.charCodeAt(0),
    );
    expect(codes).toEqual(Array.from({ length: 96 }, (_, i) => 0xa0 + i));
  });

  it('reads every byte of windows-1256, which leaves none open', () => {
    expect(decodeSingleByte(upperHalf, 'windows-1256')).toBe(
      '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
        'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے',
    );
  });

  it.each([
    ['windows-1253', 0x81, 0x81],
    ['windows-1257', 0x9f, 0x9f],
    ['windows-874', 0x81, 0x81],
    ['windows-874', 0xdb, 0xfffd],
    ['windows-1255', 0xd9, 0xfffd],
    ['iso-8859-6', 0xa1, 0xfffd],
    ['iso-8859-8-i', 0xe0, 0x5d0],
    ['koi8-u', 0xae, 0x45e],
    ['koi8-u', 0xbe, 0x40e],
    ['macintosh', 0xdb, 0x20ac],
    ['macintosh', 0xf0, 0xf8ff],
    ['x-mac-cyrillic', 0xff, 0x20ac],
    ['x-user-defined', 0x80, 0xf780],
    ['x-user-defined', 0xff, 0xf7ff],
    ['ibm866', 0x80, 0x410],
  ])('reads %s byte %p as the standard does', (encoding, byte, code) => {
    expect(decodeSingleByte(Buffer.from([byte]), encoding).charCodeAt(0)).toBe(code);
  });
});
