import { OutboundError } from './outbound-error.js';
import { inflated, type BodyLimits } from './inflate.js';

/**
 * The whole body, inflated. Neither the bytes as sent nor what any of their codings holds may exceed `maxBytes`;
 * reading stops with the first one above it. Rejects with an OutboundError (`too-large`, `protocol`), or with whatever
 * ends `sent` early.
 */
export async function readBody(
  sent: AsyncIterable<Buffer>,
  headers: Record<string, string>,
  limits: BodyLimits,
): Promise<Buffer> {
  if (Number(headers['content-length']) > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const chunks: Buffer[] = [];
  const cap = (stage: AsyncIterable<Buffer>) => upTo(limits.maxBytes, stage);
  for await (const chunk of inflated(sent, headers['content-encoding'] ?? '', cap, limits)) {
    chunks.push(chunk);
  }
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
