import { setMaxListeners } from 'node:events';
import { OutboundError } from './outbound-error.js';

/** The end of the time that one request has. Its signal aborts with an OutboundError (`timeout`, `dns-temporary`), unless told to. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  /** The name that is being looked up, if one is. */
  private lookup: string | null = null;

  constructor(private readonly timeoutMs: number) {
    // Every hop listens in several places, and lets go only when the request is over.
    setMaxListeners(0, this.signal);
    this.timer = setTimeout(() => this.abort(this.lateError()), timeoutMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(reason: Error): void {
    this.controller.abort(reason);
  }

  clear(): void {
    clearTimeout(this.timer);
  }

  /** What `lookup` gives. A look-up of a name cannot be stopped, only no longer waited for. */
  async unlessLate<T>(name: string, lookup: Promise<T>): Promise<T> {
    this.lookup = name;
    let giveUp = () => {};
    const late = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(this.signal.reason as Error);
    });
    this.signal.addEventListener('abort', giveUp);
    try {
      if (this.signal.aborted) giveUp();
      return await Promise.race([lookup, late]);
    } finally {
      this.signal.removeEventListener('abort', giveUp);
      this.lookup = null;
    }
  }

  private lateError(): OutboundError {
    const within = `within ${this.timeoutMs} ms`;
    if (this.lookup === null) return new OutboundError('timeout', `no complete answer came ${within}`);
    return new OutboundError('dns-temporary', `the name ${this.lookup} could not be looked up ${within}`);
  }
}
