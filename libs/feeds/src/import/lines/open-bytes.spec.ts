import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { OperatorError } from '#domain/errors.js';
import { openBytes } from './open-bytes.js';

const streamOf = (...chunks: Buffer[]): Readable => Readable.from(chunks, { objectMode: false });

async function contentOf(stream: Readable): Promise<string> {
  const { chunks } = await openBytes(stream, 'history');
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString();
}

describe('the bytes of a file', () => {
  it('are read from their beginning, also after a look at it', async () => {
    const stream = streamOf(Buffer.from('a'), Buffer.from('bc'), Buffer.from('def'));
    const { head, chunks } = await openBytes(stream, 'history');
    expect(head.toString()).toBe('abcdef');
    const read: Buffer[] = [];
    for await (const chunk of chunks) read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe('abcdef');
  });

  it('are unpacked where they are gzip, whatever the file is called, also of several pieces', async () => {
    const text = 'x'.repeat(1_000_000);
    expect(await contentOf(streamOf(gzipSync(text)))).toBe(text);
    expect(await contentOf(streamOf(gzipSync('one\n'), gzipSync('two\n')))).toBe('one\ntwo\n');
  });

  it('end with an error that says so where gzip is cut off', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251)));
    await expect(contentOf(streamOf(packed.subarray(0, packed.length / 2)))).rejects.toThrow(
      /^history is damaged gzip/,
    );
  });

  it.each([
    ['a zip archive', Buffer.from('PK\u0003\u0004rest'), /zip archive or a workbook: unpack it/],
    ['bzip2', Buffer.from('BZh91AY'), /bunzip2/],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), /unzstd/],
  ])('are refused with advice where they are %s', async (_name, bytes, advice) => {
    const opening = openBytes(streamOf(bytes), 'history');
    await expect(opening).rejects.toThrow(OperatorError);
    await expect(opening).rejects.toThrow(advice);
  });

  it('let go of the file when nobody reads on', async () => {
    for (const content of [Buffer.alloc(400_000), gzipSync(Buffer.alloc(4_000_000))]) {
      const stream = streamOf(content.subarray(0, 5), content.subarray(5, 3_000), content.subarray(3_000));
      const { chunks } = await openBytes(stream, 'history');
      for await (const chunk of chunks) if (chunk.length > 0) break;
      await new Promise(setImmediate);
      expect(stream.destroyed).toBe(true);
    }
  });
});
