import { zstd, zstdBlock, zstdBomb } from '../../../../test/support/zstd.js';
import { OutboundError } from '../outbound-error.js';
import { inflateZstd } from './inflate-zstd.js';

const MAX_BYTES = 1_000_000;

/** Written by the reference compressor at level 19: Huffman literals and sequences, with a checksum. */
const SAMPLE =
  'KLUv/WQvEu0FALIJHRiAqw7kZtCEa1gIBTCQMLZ7SymI1Rc20RNp3TW2VPNqUneNLdW8mvqusaWaVxPfNbZU82rau8aWal5Nevd29nX1Pn8PCNE' +
  'zZDw+IYU5TOaPeH0Dp/IAWpg3L+E83g3owCdC+eYli4zE5zviKBAUZXEJDRmHPagRIKfD/p8B8KUxESQE/58Q/CcE/My9c/fu7Zm7c+fd2zl35+' +
  '7dtzPvzt27tzPvnbt3X+3V2Awel5eXy2PpRSVLPQCQVfcFods=';
const SAMPLE_TEXT = Array.from(
  { length: 60 },
  (_, index) =>
    `Border crossing at Torkham reopened after talks, item ${index + 1} of the list for the day.\n`,
).join('');

/**
 * Its tree of weights has one symbol of no bits: a decoder that does not look for that reads it for ever. The header of
 * its literals says Huffman, one stream, 16 bytes of 10.
 */
const ENDLESS = zstdBlock(Buffer.from([0x02, 0x81, 0x02, 5, 0xf0, 0x03, 0, 0, 1, 0, 0, 0, 0, 1, 0]));

const bomb = () => new OutboundError('too-large', 'a bomb');

async function inflate(
  bytes: Buffer,
  { size = 100_000, maxBytes = MAX_BYTES, signal = new AbortController().signal } = {},
): Promise<string> {
  async function* sent() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: Buffer[] = [];
  for await (const part of inflateZstd(sent(), { maxBytes, signal, bomb })) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('inflateZstd', () => {
  it('inflates what the reference compressor wrote, however it is cut into chunks', async () => {
    const packed = Buffer.from(SAMPLE, 'base64');
    expect(await inflate(packed)).toBe(SAMPLE_TEXT);
    expect(await inflate(packed, { size: 1 })).toBe(SAMPLE_TEXT);
  });

  it('inflates several frames as one text', async () => {
    expect(await inflate(Buffer.concat([zstd('one '), zstd(''), zstd('two')]))).toBe('one two');
  });

  it('takes no bytes for an empty text', async () => expect(await inflate(Buffer.alloc(0))).toBe(''));

  it('lets a text of exactly the limit pass, and none of a byte more', async () => {
    expect(await inflate(zstd('12345678'), { maxBytes: 8 })).toBe('12345678');
    await expect(inflate(zstd('123456789'), { maxBytes: 8 })).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('refuses a bomb', async () => {
    await expect(inflate(zstdBomb(1e9))).rejects.toMatchObject({ kind: 'too-large' });
  });

  it.each<[string, Buffer]>([
    ['is not zstd', Buffer.from('<rss version="2.0"><channel/></rss>')],
    ['ends early', Buffer.from(SAMPLE, 'base64').subarray(0, 100)],
    ['is damaged within a block', zstdBlock(Buffer.alloc(20, 0xff))],
  ])('says so where the data %s', async (_what, bytes) => {
    await expect(inflate(bytes)).rejects.toMatchObject({ kind: 'protocol' });
  });

  it('ends with the signal even where the data keeps it busy for ever, and leaves others their time', async () => {
    const controller = new AbortController();
    const failed = expect(inflate(ENDLESS, { signal: controller.signal })).rejects.toThrow(
      'the time is over',
    );
    // Another text is inflated meanwhile: the busy thread holds nothing up.
    expect(await inflate(zstd('text'))).toBe('text');
    controller.abort(new Error('the time is over'));
    await failed;
  });

  it('does not begin after the signal', async () => {
    const signal = AbortSignal.abort(new Error('the time is over'));
    await expect(inflate(zstd('text'), { signal })).rejects.toThrow('the time is over');
  });
});
