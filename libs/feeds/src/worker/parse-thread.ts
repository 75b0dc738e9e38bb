import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { EndingError } from '#domain/errors.js';
import type { Item } from '../read/item.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import type { FromThread, ToThread } from './parse-messages.js';

/** A thread loads built code, also where this module itself is run from its source. */
const SCRIPT = new URL('./parse-worker.js', builtUrl(import.meta.url));

export type ThreadLimits = {
  /** For one document until its first items, and for each further part, in milliseconds. */
  deadlineMs: number;
  /** Of the thread's heap. */
  maxMemoryMb: number;
};

/** A document that is being read: what came of it so far, and who waits for the rest. */
type Reading = {
  items: Item[];
  timer: NodeJS.Timeout;
  resolve: (parsed: ParsedFeed) => void;
  reject: (why: EndingError) => void;
};

/** One thread that reads one document at a time. Once it is `lost` it is of no more use. */
export class ParseThread {
  private readonly worker: Worker;
  private reading: Reading | null = null;
  private isLost = false;

  /** Throws where the system gives no thread. */
  constructor(private readonly limits: ThreadLimits) {
    this.worker = new Worker(SCRIPT, { resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb } });
    this.worker.on('message', (message: FromThread) => this.take(message));
    this.worker.on('messageerror', (error) => this.lose(describe(error)));
    this.worker.on('error', (error) => this.lose(describe(error)));
    this.worker.on('exit', () => this.lose('reading the document was ended'));
    this.worker.unref();
  }

  get lost(): boolean {
    return this.isLost;
  }

  /**
   * A document that takes too long or too much memory is `ok: false`, and costs the thread. Rejects with an EndingError
   * where `close` ends it.
   */
  parse(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
    if (this.isLost) return Promise.resolve(unread('the thread to read it with has ended'));
    this.worker.ref();
    return new Promise<ParsedFeed>((resolve, reject) => {
      const { deadlineMs } = this.limits;
      const timer = setTimeout(() => void this.late(), deadlineMs);
      this.reading = { items: [], timer, resolve, reject };
      this.send({ body: Uint8Array.from(body), context });
    });
  }

  async close(): Promise<void> {
    this.isLost = true;
    this.end()?.reject(new EndingError());
    await this.worker.terminate();
  }

  private take(message: FromThread): void {
    if ('parsed' in message) {
      const reading = this.end();
      return reading?.resolve(joined(reading.items, message.parsed));
    }
    this.reading?.items.push(...message.items);
    this.reading?.timer.refresh();
    this.send('more');
  }

  /** Where it was this process that had no time, the answer is there, but the timer comes first: it gets its turn. */
  private async late(): Promise<void> {
    const { reading } = this;
    const taken = reading?.items.length;
    await nextTurn();
    if (this.reading !== reading || reading?.items.length !== taken) return;
    this.lose(`reading the document took longer than ${this.limits.deadlineMs / 1_000} s`);
  }

  private lose(why: string): void {
    this.isLost = true;
    const reading = this.end();
    void this.worker.terminate().then(() => reading?.resolve(unread(why)));
  }

  private end(): Reading | null {
    const { reading } = this;
    clearTimeout(reading?.timer);
    this.reading = null;
    this.worker.unref();
    return reading;
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message, typeof message === 'object' ? [message.body.buffer as ArrayBuffer] : []);
  }
}

/** A document that came to nothing, whatever it is. */
export function unread(error: string): ParsedFeed {
  return { ok: false, error, encoding: '' };
}

function joined(items: Item[], parsed: ParsedFeed): ParsedFeed {
  return parsed.ok ? { ...parsed, items: [...items, ...parsed.items] } : parsed;
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'reading the document took too much memory'
    : `the document could not be read: ${message}`;
}

function builtUrl(url: string): string {
  const at = url.lastIndexOf('/libs/');
  return url.endsWith('.ts') ? `${url.slice(0, at)}/dist${url.slice(at)}` : url;
}
