import fc from 'fast-check';
import { zstd, zstdBomb } from '../../../../test/support/zstd.js';
import { checkFrames } from './check-frames.js';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const EMPTY_LAST_BLOCK = [1, 0, 0];
const bytes = (...parts: (number | number[])[]) => Buffer.from(parts.flat());
const skippable = (content: number[]) => bytes([0x53, 0x2a, 0x4d, 0x18, content.length, 0, 0, 0], content);
const protocolError = expect.objectContaining({ kind: 'protocol' });

describe('checkFrames', () => {
  it.each<[string, Buffer]>([
    ['nothing', bytes()],
    ['a frame', zstd('text')],
    ['a frame of many blocks', zstd(Buffer.alloc(500_000))],
    ['a bomb, which others look after', zstdBomb(20_000_000)],
    ['several frames', Buffer.concat([zstd('one'), skippable([1, 2, 3]), zstd('two')])],
    ['a frame of one segment with its size', bytes(MAGIC, 0x20, 0, EMPTY_LAST_BLOCK)],
    ['a frame with a size of two bytes', bytes(MAGIC, 0x60, 0, 0, EMPTY_LAST_BLOCK)],
    ['a frame with a size of eight bytes', bytes(MAGIC, 0xe0, 9, 0, 0, 0, 0, 0, 0, 0, EMPTY_LAST_BLOCK)],
    ['a frame with a checksum', bytes(MAGIC, 0x24, 0, EMPTY_LAST_BLOCK, 1, 2, 3, 4)],
    ['a window of 8 MB', bytes(MAGIC, 0, 13 << 3, EMPTY_LAST_BLOCK)],
  ])('accepts %s', (_what, data) => expect(() => checkFrames(data)).not.toThrow());

  it.each<[string, Buffer]>([
    ['other data', Buffer.from('<rss version="2.0">')],
    ['noise after a frame', Buffer.concat([zstd('text'), Buffer.from('noise')])],
    ['a window above 8 MB', bytes(MAGIC, 0, (13 << 3) + 1, EMPTY_LAST_BLOCK)],
    ['a window of 2 GB', bytes(MAGIC, 0, 21 << 3, EMPTY_LAST_BLOCK)],
    ['one segment above 8 MB', bytes(MAGIC, 0xa0, 1, 0, 0x80, 0, EMPTY_LAST_BLOCK)],
    ['a size that no number holds', bytes(MAGIC, 0xe0, [0, 0, 0, 0, 0, 0, 0, 1], EMPTY_LAST_BLOCK)],
    ['a dictionary', bytes(MAGIC, 0x21, 7, 0, EMPTY_LAST_BLOCK)],
    ['a block of the reserved kind', bytes(MAGIC, 0x20, 0, 7, 0, 0)],
    ['a repeated block above 128 KB', bytes(MAGIC, 0, 0x38, 3, 0, 0xff, 0)],
    ['a missing checksum', bytes(MAGIC, 0x24, 0, EMPTY_LAST_BLOCK)],
    ['very many frames', Buffer.concat(Array.from({ length: 101 }, () => zstd('')))],
  ])('refuses %s', (_what, data) => expect(() => checkFrames(data)).toThrow(protocolError));

  it('refuses a frame that is cut anywhere', () => {
    const whole = zstd('some text');
    for (let length = 1; length < whole.length; length++) {
      expect(() => checkFrames(whole.subarray(0, length))).toThrow(protocolError);
    }
  });

  it('ends for any bytes, with no other error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        try {
          checkFrames(bytes(MAGIC, [...noise]));
        } catch (error) {
          expect(error).toEqual(protocolError);
        }
      }),
    );
  });
});
