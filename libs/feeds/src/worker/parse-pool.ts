import { EndingError } from '#domain/errors.js';
import type { FeedContext, ParsedFeed } from '../read/parse-feed.js';
import { ParseThread, unread, type ThreadLimits } from './parse-thread.js';

export type ParsePoolOptions = ThreadLimits & { threads: number };

type Waiting = {
  body: Buffer;
  context: FeedContext;
  resolve: (parsed: ParsedFeed | Promise<ParsedFeed>) => void;
  reject: (why: EndingError) => void;
};

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

  /** As {@link parseFeed}, in order of the calls. Rejects with an EndingError where `close` came first. */
  parse(body: Buffer, context: FeedContext): Promise<ParsedFeed> {
    if (this.closed) return Promise.reject(new EndingError());
    return new Promise((resolve, reject) => {
      this.waiting.push({ body, context, resolve, reject });
      this.next();
    });
  }

  /** Ends the threads, and whatever they were reading. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new EndingError());
    await Promise.all([...this.idle.splice(0), ...this.busy].map((thread) => thread.close()));
  }

  private next(): void {
    if (this.busy.size >= this.options.threads) return;
    const job = this.waiting.shift();
    if (job) void this.run(job);
  }

  private async run(job: Waiting): Promise<void> {
    try {
      await this.runIn(this.thread(), job);
    } catch (error) {
      job.resolve(unread(`there is no thread to read the document with: ${(error as Error).message}`));
    }
    this.next();
  }

  private async runIn(thread: ParseThread, { body, context, resolve }: Waiting): Promise<void> {
    this.busy.add(thread);
    const parsed = thread.parse(body, context);
    resolve(parsed);
    await parsed.catch(() => undefined);
    this.busy.delete(thread);
    if (!thread.lost) this.idle.push(thread);
  }

  /** One that is idle, or a new one. Throws where the system gives none. */
  private thread(): ParseThread {
    for (let idle = this.idle.pop(); idle; idle = this.idle.pop()) if (!idle.lost) return idle;
    return new ParseThread(this.options);
  }
}
