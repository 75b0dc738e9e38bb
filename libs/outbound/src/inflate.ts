import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { Capped } from './capped.js';
import { OutboundError } from './outbound-error.js';
import { inflateZstd } from './zstd/inflate-zstd.js';
import { MAX_WINDOW_LOG } from './zstd/check-frames.js';

/** What any coding of a body may hold, and the error where it holds more. */
export type InflateLimits = { maxBytes: number; signal: AbortSignal; bomb: () => Error };

type Inflater = (first: Buffer) => Transform;
type ZstdOptions = { params: Record<number, number> };

/** Present from Node 22.15 on. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: ZstdOptions) => Transform };
const { ZSTD_d_windowLogMax = 100 } = zlib.constants as { ZSTD_d_windowLogMax?: number };

const gunzip: Inflater = () => zlib.createGunzip();

/** `deflate` is meant to have a zlib header, whose low four bits are 8, but is often sent without one. */
const inflate: Inflater = (first) =>
  ((first[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();

const INFLATERS = new Map<string, Inflater>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', () => zlib.createBrotliDecompress()],
]);
if (createZstdDecompress) {
  INFLATERS.set('zstd', () => createZstdDecompress({ params: { [ZSTD_d_windowLogMax]: MAX_WINDOW_LOG } }));
}

/** What can be inflated, as an `accept-encoding` header. Zstd comes last where it costs a thread. */
export const ACCEPT_ENCODING = `gzip, deflate, br, zstd${createZstdDecompress ? '' : ';q=0.1'}`;

const MAX_CODINGS = 3;

/**
 * Undoes the codings of a `content-encoding` header, last first. The bytes are counted as each coding leaves them: a
 * little of one coding may hold very much of the next, and that may in turn hold nothing. Throws `bomb()` for too many.
 * Throws an OutboundError (`protocol`) for an unknown coding, for more than three, and for damaged data.
 */
export function inflated(
  sent: AsyncIterable<Buffer>,
  contentEncoding: string,
  limits: InflateLimits,
): AsyncIterable<Buffer> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS)
    throw new OutboundError('protocol', 'the answer has too many content codings');
  const { maxBytes, bomb } = limits;
  return codings.reduceRight(
    (bytes, coding) => new Capped(undo(bytes, coding, limits), maxBytes, bomb),
    sent,
  );
}

function undo(bytes: AsyncIterable<Buffer>, coding: string, limits: InflateLimits): AsyncIterable<Buffer> {
  const inflater = INFLATERS.get(coding);
  if (inflater) return through(bytes, coding, inflater);
  if (coding === 'zstd') return inflateZstd(bytes, limits);
  throw new OutboundError('protocol', `the answer is in an unknown content coding: ${coding.slice(0, 40)}`);
}

/** An empty body is empty in every coding, whatever its header promises. */
async function* through(
  bytes: AsyncIterable<Buffer>,
  coding: string,
  inflater: Inflater,
): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const stream = inflater(first.value);
  const rest = new Rest(first.value, source);
  // A failure of either end destroys the stream, and is thrown where it is read.
  pipeline(Readable.from(rest.bytes()), stream, () => {});
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    if (error === rest.failure) throw error;
    throw new OutboundError('protocol', `the answer is not the ${coding} that it says it is, or damaged`, {
      cause: error,
    });
  }
}

/** The bytes with their first chunk put back, and how they failed if they did. */
class Rest {
  failure: unknown;

  constructor(
    private readonly first: Buffer,
    private readonly source: AsyncIterator<Buffer>,
  ) {}

  async *bytes(): AsyncGenerator<Buffer> {
    yield this.first;
    try {
      yield* { [Symbol.asyncIterator]: () => this.source };
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
