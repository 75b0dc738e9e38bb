import { OutboundError } from './outbound-error.js';
import { inflated } from './inflate.js';

/**
 * The whole body, inflated. Neither the bytes as sent nor what any of their codings holds may exceed `maxBytes`;
 * reading stops with the first one above it. Rejects with an OutboundError (`too-large`, `protocol`).
 */
export async function readBody(
  sent: AsyncIterable<Buffer>,
  headers: Record<string, string>,
  maxBytes: number,
): Promise<Buffer> {
  if (Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  const bytes = inflated(sent, headers['content-encoding'] ?? '', (stage) => upTo(maxBytes, stage));
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* upTo(maxBytes: number, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError('too-large', `the answer is larger than ${maxBytes} bytes`);
}
