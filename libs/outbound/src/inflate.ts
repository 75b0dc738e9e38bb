import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { OutboundError } from './outbound-error.js';

type Inflater = (first: Buffer) => Transform;

/** Present from Node 22.15 on. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform };

const gunzip: Inflater = () => zlib.createGunzip();

/** `deflate` is meant to have a zlib header, whose low four bits are 8, but is often sent without one. */
const inflate: Inflater = (first) =>
  ((first[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();

const INFLATERS = new Map<string, Inflater>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', () => zlib.createBrotliDecompress()],
  ...(createZstdDecompress ? [['zstd', () => createZstdDecompress()] as const] : []),
]);

/** What the running Node can inflate, as an `accept-encoding` header. */
export const ACCEPT_ENCODING = ['gzip', 'deflate', 'br', 'zstd']
  .filter((coding) => INFLATERS.has(coding))
  .join(', ');

const MAX_CODINGS = 3;

/**
 * Undoes the codings of a `content-encoding` header, last first. `cap` wraps the bytes as sent and as each coding leaves
 * them: a little of one coding may hold very much of the next, and that may in turn hold nothing.
 * Throws an OutboundError (`protocol`) for an unknown coding, for more than three, and for damaged data.
 */
export function inflated(
  sent: AsyncIterable<Buffer>,
  contentEncoding: string,
  cap: (stage: AsyncIterable<Buffer>) => AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) throw new OutboundError('protocol', 'too many content codings');
  return codings.reduceRight((bytes, coding) => cap(undo(bytes, coding)), cap(sent));
}

function undo(bytes: AsyncIterable<Buffer>, coding: string): AsyncIterable<Buffer> {
  const inflater = INFLATERS.get(coding);
  if (!inflater) throw new OutboundError('protocol', `unknown content coding ${coding.slice(0, 40)}`);
  return through(bytes, inflater);
}

/** An empty body is empty in every coding, whatever its header promises. */
async function* through(bytes: AsyncIterable<Buffer>, inflater: Inflater): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const stream = inflater(first.value);
  // A failure of either end destroys the stream, and is thrown where it is read.
  pipeline(Readable.from(startingWith(first.value, source)), stream, () => {});
  yield* stream as AsyncIterable<Buffer>;
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}
