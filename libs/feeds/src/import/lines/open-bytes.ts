import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '#domain/errors.js';

/** What a file holds, unpacked where it is gzip, and its beginning to judge it by; the chunks have it too. */
export type OpenedBytes = { head: Buffer; chunks: AsyncIterable<Buffer> };

const HEAD_BYTES = 65_536;
const MAGIC_BYTES = 4;

/** What begins like this has to be unpacked or saved otherwise first. */
const PACKED: [magic: number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or a workbook: unpack it (unzip -p), or save it as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook: save it as CSV'],
  [[0x42, 0x5a, 0x68], 'packed with bzip2: unpack it (bunzip2 -k)'],
  [[0xfd, 0x37, 0x7a, 0x58], 'packed with xz: unpack it (unxz -k)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'packed with zstd: unpack it (unzstd)'],
];
const GZIP = [0x1f, 0x8b];

/**
 * Opens a stream of a file that people call `name`; gzip is unpacked as it is read. Rejects with OperatorError for other
 * archives; the chunks end with one where gzip is damaged.
 */
export async function openBytes(stream: Readable, name: string): Promise<OpenedBytes> {
  const source = await peek(stream, MAGIC_BYTES);
  const packed = PACKED.find(([magic]) => startsWith(source.head, magic));
  if (packed) {
    stream.destroy();
    throw new OperatorError(`${name} is ${packed[1]}, then import that.`);
  }
  return peek(startsWith(source.head, GZIP) ? unpacked(source.chunks, name) : source.chunks, HEAD_BYTES);
}

const startsWith = (head: Buffer, magic: number[]): boolean => magic.every((byte, i) => head[i] === byte);

async function* unpacked(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  // An error of either side ends the other, and the loop below.
  const unpacking = pipeline(Readable.from(chunks), createGunzip(), () => undefined);
  try {
    for await (const chunk of unpacking) yield chunk as Buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    throw new OperatorError(
      `${name} is damaged gzip (${message}): what could be unpacked was read. Fetch it again.`,
    );
  }
}

async function peek(chunks: AsyncIterable<Buffer>, bytes: number): Promise<OpenedBytes> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let length = 0; length < bytes;) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(first).subarray(0, bytes), chunks: joined(first, iterator) };
}

async function* joined(first: Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
