import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import { ParseThread, type ThreadLimits } from './parse-thread.js';

export type ParsePoolOptions = ThreadLimits & { threads: number };

type Waiting = { body: Buffer; context: FeedContext; resolve: (parsed: ParsedFeed) => void };

const CLOSED: ParsedFeed = { ok: false, error: 'reading the document was ended', encoding: '' };

/**
 * Reads documents in threads, so that none holds up the event loop: one that is hostile costs its thread, which is
 * replaced, and at most its deadline. Threads are started when they are needed.
 */
export class ParsePool {
  private readonly idle: ParseThread[] = [];
  private readonly busy = new Set<ParseThread>();
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(private readonly options: ParsePoolOptions) {}

  /** As {@link parseFeed}, in order of the calls. Never rejects. */
  parse(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
    if (this.closed) return Promise.resolve(CLOSED);
    return new Promise((resolve) => {
      this.waiting.push({ body, context, resolve });
      this.next();
    });
  }

  /** Ends the threads; what they were reading is `ok: false`. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { resolve } of this.waiting.splice(0)) resolve(CLOSED);
    await Promise.all([...this.idle.splice(0), ...this.busy].map((thread) => thread.close()));
  }

  private next(): void {
    if (this.busy.size >= this.options.threads) return;
    const job = this.waiting.shift();
    if (job) void this.run(this.idle.pop() ?? new ParseThread(this.options), job);
  }

  private async run(thread: ParseThread, { body, context, resolve }: Waiting): Promise<void> {
    this.busy.add(thread);
    const parsed = await thread.parse(body, context);
    this.busy.delete(thread);
    if (!thread.lost) this.idle.push(thread);
    resolve(parsed);
    this.next();
  }
}
