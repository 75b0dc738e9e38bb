import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { checkFrames, damaged } from './check-frames.js';
import { INFLATING_THREAD, type ThreadAnswer } from './inflating-thread.js';

const FZSTD = createRequire(import.meta.url).resolve('fzstd');

/**
 * Undoes zstd where Node cannot do it itself. It runs in a thread of its own, which ends with the signal: fzstd trusts
 * what it reads, and well-chosen bytes keep it busy for minutes or for ever. The bytes must be few enough to be kept.
 * Throws `bomb()` with the first byte above `maxBytes`, an OutboundError (`protocol`) for damaged data, or the reason of
 * the signal.
 */
export async function* inflateZstd(
  bytes: AsyncIterable<Buffer>,
  { maxBytes, signal, bomb }: { maxBytes: number; signal: AbortSignal; bomb: () => Error },
): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const packed = Buffer.concat(chunks);
  if (packed.length === 0) return;
  checkFrames(packed);
  const answer = await inThread(packed, maxBytes, signal);
  if ('failure' in answer) throw damaged(answer.failure);
  if (answer.inflated === null) throw bomb();
  yield Buffer.from(answer.inflated);
}

async function inThread(packed: Buffer, maxBytes: number, signal: AbortSignal): Promise<ThreadAnswer> {
  signal.throwIfAborted();
  const workerData = { fzstd: FZSTD, packed, maxBytes };
  const thread = new Worker(INFLATING_THREAD, { eval: true, workerData, execArgv: [], env: {} });
  try {
    return await answerOf(thread, signal);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, signal: AbortSignal): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that inflates ended without an answer')));
  });
}
