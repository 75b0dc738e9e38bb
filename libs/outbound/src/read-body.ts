import { OutboundError } from './outbound-error.js';
import { Capped } from './capped.js';
import { inflated } from './inflate.js';

/** What one body may cost. */
export type BodyLimits = { maxBytes: number; signal: AbortSignal };

const KB = 1_024;

/**
 * The whole body, inflated. Neither the bytes as sent nor what any of their codings holds may exceed `maxBytes`;
 * reading stops with the first one above it. Rejects with an OutboundError (`too-large`, which says whether it is in what
 * was sent or only in what that holds; `protocol`), or with whatever ends `sent` early.
 */
export async function readBody(
  sent: AsyncIterable<Buffer>,
  headers: Record<string, string>,
  limits: BodyLimits,
): Promise<Buffer> {
  const { maxBytes, signal } = limits;
  const flood = () => new OutboundError('too-large', `the answer is larger than ${sizeOf(maxBytes)}`);
  if (Number(headers['content-length']) > maxBytes) throw flood();
  const raw = new Capped(sent, maxBytes, flood);
  const bomb = () =>
    new OutboundError(
      'too-large',
      `unpacked, the answer is larger than ${sizeOf(maxBytes)} (${sizeOf(raw.bytes)} were sent)`,
    );
  const chunks: Buffer[] = [];
  for await (const chunk of inflated(raw, headers['content-encoding'] ?? '', { maxBytes, signal, bomb })) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sizeOf(bytes: number): string {
  if (bytes < KB) return `${bytes} bytes`;
  return bytes < KB * KB ? `${Math.round(bytes / KB)} kB` : `${Math.round(bytes / KB / KB)} MB`;
}
