import { OutboundError } from '../outbound-error.js';

/** The window that a content coding may ask its reader to keep is 8 MB: RFC 9659, section 3. */
export const MAX_WINDOW_LOG = 23;

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a5;
const MAX_BLOCK_BYTES = 128 * 1024;
/** One is usual; each of them costs its window. */
const MAX_FRAMES = 100;

/** Sizes are in bytes. `window` is what the frame asks its reader to keep. */
type Header = { length: number; window: number; checksum: boolean };

/**
 * Throws an OutboundError (`protocol`) where the frames and blocks of zstd data do not follow one another as they should,
 * or ask for more memory than a content coding may. What is inside of blocks is not looked at.
 * Format: RFC 8878, section 3.1.
 */
export function checkFrames(data: Buffer): void {
  let at = 0;
  for (let frames = 0; at < data.length; frames++) {
    if (frames === MAX_FRAMES) throw damaged('too many frames');
    at = endOfFrame(data, at);
  }
}

function endOfFrame(data: Buffer, start: number): number {
  const magic = read(data, start, 4);
  if (magic >>> 4 === SKIPPABLE) return start + 8 + read(data, start + 4, 4);
  if (magic !== MAGIC) throw damaged('no frame where one should begin');
  const header = readHeader(data, start + 4);
  if (header.window > 2 ** MAX_WINDOW_LOG) throw damaged('a frame that asks for more memory than allowed');
  const end = endOfBlocks(data, start + 4 + header.length) + (header.checksum ? 4 : 0);
  if (end > data.length) throw damaged('no end');
  return end;
}

function readHeader(data: Buffer, at: number): Header {
  const flags = read(data, at, 1);
  const singleSegment = (flags & 0x20) !== 0;
  if (flags & 3) throw damaged('a dictionary that is not given');
  const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const windowBytes = singleSegment ? 0 : 1;
  const length = 1 + windowBytes + sizeBytes;
  const window = singleSegment
    ? read(data, at + length - sizeBytes, sizeBytes) + (sizeBytes === 2 ? 256 : 0)
    : windowOf(read(data, at + 1, 1));
  return { length, window, checksum: (flags & 4) !== 0 };
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function endOfBlocks(data: Buffer, start: number): number {
  for (let at = start; ;) {
    const header = read(data, at, 3);
    const size = header >> 3;
    const type = (header >> 1) & 3;
    if (type === 3 || size > MAX_BLOCK_BYTES) throw damaged('a block of no kind or size that there is');
    at += 3 + (type === 1 ? 1 : size);
    if (header & 1) return at;
  }
}

/** Eight bytes are read as six: a size of 256 TB and one above it are refused alike. */
function read(data: Buffer, at: number, bytes: number): number {
  if (at + bytes > data.length) throw damaged('no end');
  if (bytes === 8 && data.readUInt16LE(at + 6) > 0) return Infinity;
  return bytes === 0 ? 0 : data.readUIntLE(at, Math.min(bytes, 6));
}

/** The one error of zstd data that cannot be read. */
export function damaged(what: string): OutboundError {
  return new OutboundError('protocol', `the answer is not the zstd that it says it is, or damaged: ${what}`);
}
