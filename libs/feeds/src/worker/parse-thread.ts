import { Worker } from 'node:worker_threads';
import type { Item } from '../read/item.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import type { FromThread, ToThread } from './parse-messages.js';

/** A thread loads built code, also where this module itself is run from its source. */
const SCRIPT = new URL('./parse-worker.js', builtUrl(import.meta.url));

export type ThreadLimits = {
  /** For one document, from the moment that the thread gets it, in milliseconds. */
  deadlineMs: number;
  /** Of the thread's heap. */
  maxMemoryMb: number;
};

/** One thread that reads one document at a time. It is of no more use once `parse` has given `lost`. */
export class ParseThread {
  private readonly worker: Worker;
  private ready = true;

  constructor(private readonly limits: ThreadLimits) {
    this.worker = new Worker(SCRIPT, { resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb } });
    this.worker.unref();
  }

  get lost(): boolean {
    return !this.ready;
  }

  /** Never rejects: a document that takes too long or too much memory is `ok: false`, and costs the thread. */
  async parse(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
    this.worker.ref();
    try {
      return await this.answer(body, context);
    } catch (error) {
      this.ready = false;
      await this.worker.terminate();
      return { ok: false, error: (error as Error).message, encoding: '' };
    } finally {
      this.worker.unref();
    }
  }

  async close(): Promise<void> {
    this.ready = false;
    await this.worker.terminate();
  }

  private answer(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
    const items: Item[] = [];
    return new Promise<ParsedFeed>((resolve, reject) => {
      const seconds = this.limits.deadlineMs / 1_000;
      const late = () => reject(new Error(`reading the document took longer than ${seconds} s`));
      const timer = setTimeout(late, this.limits.deadlineMs);
      const end = (settle: () => void) => {
        clearTimeout(timer);
        // By name: the worker has listeners of its own.
        for (const event of ['message', 'error', 'exit']) this.worker.removeAllListeners(event);
        settle();
      };
      this.worker.on('message', (message: FromThread) => {
        if ('parsed' in message) return end(() => resolve(joined(items, message.parsed)));
        items.push(...message.items);
        this.send('more');
      });
      this.worker.on('error', (error) => end(() => reject(new Error(describe(error)))));
      this.worker.on('exit', () => end(() => reject(new Error('reading the document was ended'))));
      this.send({ body: Uint8Array.from(body), context });
    });
  }

  private send(message: ToThread): void {
    this.worker.postMessage(message, typeof message === 'object' ? [message.body.buffer as ArrayBuffer] : []);
  }
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
