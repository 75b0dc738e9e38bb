/** A frame that keeps no more than a block: window descriptor 0x38 is 128 KB, and no checksum. RFC 8878, section 3.1.1. */
const FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]);
const BLOCK_BYTES = 128 * 1024;

/** Valid zstd that compresses nothing, for tests on a Node that cannot write any. */
export function zstd(content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length || blocks.length === 0; at += BLOCK_BYTES) {
    const part = bytes.subarray(at, at + BLOCK_BYTES);
    blocks.push(blockHeader('raw', part.length, at + BLOCK_BYTES >= bytes.length), part);
  }
  return Buffer.concat([FRAME, ...blocks]);
}

/** Four bytes for every 128 KB of zeros. */
export function zstdBomb(bytes: number): Buffer {
  const blocks = Math.ceil(bytes / BLOCK_BYTES);
  const block = (index: number) =>
    Buffer.concat([blockHeader('repeated', BLOCK_BYTES, index === blocks - 1), Buffer.of(0)]);
  return Buffer.concat([FRAME, ...Array.from({ length: blocks }, (_, index) => block(index))]);
}

/** One compressed block with this content, whatever it is. */
export function zstdBlock(content: Buffer): Buffer {
  return Buffer.concat([FRAME, blockHeader('compressed', content.length, true), content]);
}

const KINDS = { raw: 0, repeated: 1, compressed: 2 } as const;

function blockHeader(kind: keyof typeof KINDS, size: number, last: boolean): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntLE(size * 8 + KINDS[kind] * 2 + (last ? 1 : 0), 0, 3);
  return header;
}
