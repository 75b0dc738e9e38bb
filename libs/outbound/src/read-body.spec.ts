import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { zstd, zstdBomb } from '../../../test/support/zstd.js';
import { readBody } from './read-body.js';

const MAX_BYTES = 100_000;
const limits = { maxBytes: MAX_BYTES, signal: new AbortController().signal };
const text = 'text '.repeat(1_000);

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (bytes: Buffer, coding: string, size = 1_000) =>
  readBody(inChunks(bytes, size), { 'content-encoding': coding }, limits);

describe('readBody', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['zstd', zstd(text)],
    ['zstd, gzip', gzipSync(zstd(text))],
    ['br', brotliCompressSync(text)],
    ['br, gzip', gzipSync(brotliCompressSync(text))],
    ['identity', Buffer.from(text)],
    ['', Buffer.from(text)],
  ])('inflates %p', async (coding, bytes) => expect((await read(bytes, coding)).toString()).toBe(text));

  it('inflates any bytes, however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.integer({ min: 1, max: 50 }), async (array, size) => {
        const bytes = Buffer.from(array);
        expect(await read(gzipSync(bytes), 'gzip', size)).toEqual(bytes);
        expect(await read(deflateRawSync(bytes), 'deflate', size)).toEqual(bytes);
      }),
    );
  });

  it('takes no bytes for an empty body in every coding', async () => {
    for (const coding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, br']) {
      expect(await read(Buffer.alloc(0), coding)).toHaveLength(0);
    }
  });

  it.each([
    ['in an unknown coding', 'rot13', Buffer.from(text)],
    ['in too many codings', 'gzip, gzip, gzip, gzip', gzipSync(text)],
  ])('refuses a body %s', async (_what, coding, bytes) => {
    await expect(read(bytes, coding)).rejects.toMatchObject({ kind: 'protocol' });
  });

  it.each([
    ['is not what it says', 'gzip', Buffer.from(text)],
    ['ends early', 'gzip', gzipSync(text).subarray(0, 30)],
    ['ends early in an inner coding', 'br, gzip', gzipSync(brotliCompressSync(text).subarray(0, 10))],
    ['is not what it says', 'br', Buffer.from(text)],
    ['is not what it says', 'zstd', Buffer.from(text)],
    ['ends early', 'zstd', zstd(text).subarray(0, 30)],
  ])('says so where a body %s (%s)', async (_what, coding, bytes) => {
    await expect(read(bytes, coding)).rejects.toMatchObject({
      kind: 'protocol',
      message: expect.stringMatching(/^the answer is not the \w+ that it says it is, or damaged/),
    });
  });

  it('passes on the error of a connection that is cut', async () => {
    async function* cut(): AsyncGenerator<Buffer> {
      yield gzipSync(text).subarray(0, 30);
      throw new Error('the line is cut');
    }
    await expect(readBody(cut(), { 'content-encoding': 'gzip' }, limits)).rejects.toThrow('the line is cut');
  });

  it('refuses by the stated length before anything is read', async () => {
    async function* untouched(): AsyncGenerator<Buffer> {
      throw new Error('a chunk was asked for');
      yield Buffer.alloc(0);
    }
    const headers = { 'content-length': String(MAX_BYTES + 1) };
    await expect(readBody(untouched(), headers, limits)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('stops reading soon after the limit', async () => {
    let sent = 0;
    async function* endless(chunk: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        sent += chunk.length;
        yield chunk;
      }
    }
    const plain = readBody(endless(Buffer.alloc(10_000)), {}, limits);
    await expect(plain).rejects.toMatchObject({ kind: 'too-large' });
    expect(sent).toBeLessThanOrEqual(MAX_BYTES + 10_000);
  });

  it('tells a flood from a bomb, of which it says how little was sent', async () => {
    const flood = 'the answer is larger than 98 kB';
    await expect(read(Buffer.alloc(200_000), '')).rejects.toMatchObject({ message: flood });
    await expect(read(gzipSync(randomBytes(200_000)), 'gzip')).rejects.toMatchObject({ message: flood });
    const stated = readBody(inChunks(Buffer.alloc(0), 1), { 'content-length': '99999999' }, limits);
    await expect(stated).rejects.toMatchObject({ message: flood });
    for (const [coding, bomb] of [
      ['gzip', gzipSync(Buffer.alloc(20_000_000))],
      ['zstd', zstdBomb(20_000_000)],
      ['zstd, gzip', gzipSync(zstdBomb(20_000_000))],
    ] as const) {
      const message = /^unpacked, the answer is larger than 98 kB \((\d+ kB|\d+ bytes) were sent\)$/;
      await expect(read(bomb, coding)).rejects.toMatchObject({ message: expect.stringMatching(message) });
    }
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(20_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(20_000_000)))],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000))],
    ['zstd', zstdBomb(20_000_000)],
    ['zstd, gzip', gzipSync(zstdBomb(20_000_000))],
    ['gzip, zstd', zstd(gzipSync(Buffer.alloc(20_000_000)))],
  ])('refuses a bomb in %s', async (coding, bytes) => {
    await expect(read(bytes, coding)).rejects.toMatchObject({ kind: 'too-large' });
  });

  it.each([
    ['deflate, br', brotliCompressSync(hollow(20_000_000))],
    ['deflate, gzip', gzipSync(hollow(20_000_000))],
    ['deflate, gzip, br', brotliCompressSync(gzipSync(hollow(20_000_000)))],
  ])(
    'refuses a bomb between the codings of %s, though little is sent and nothing comes out',
    async (coding, bytes) => {
      expect(bytes.length).toBeLessThan(MAX_BYTES);
      await expect(read(bytes, coding)).rejects.toMatchObject({ kind: 'too-large' });
    },
  );

  it('inflates what is hollow but within the limit', async () => {
    expect(await read(brotliCompressSync(hollow(MAX_BYTES)), 'deflate, br')).toHaveLength(0);
  });
});

/** That many bytes of deflate, all of them stored blocks of no content. */
function hollow(bytes: number): Buffer {
  const block = Buffer.from([0, 0, 0, 0xff, 0xff]);
  const last = Buffer.from([1, 0, 0, 0xff, 0xff]);
  return Buffer.concat([Buffer.alloc(bytes - last.length, block), last]);
}
