/** Beyond the end of any document: what was looked for is not there. */
export const NOWHERE = Infinity;

/**
 * Looks for one thing in a text from places that only go forward. What was found, or that there is no more, is
 * remembered: however often it is asked, the text is gone through once.
 */
export class ForwardSearch {
  private from = 0;
  private found = -1;

  constructor(
    private readonly text: string,
    /** A string, or a pattern with the flag "g". */
    private readonly wanted: string | RegExp,
  ) {}

  /** The first place at or after `at`, or {@link NOWHERE}. */
  after(at: number): number {
    if (at >= this.text.length) return NOWHERE;
    if (at < this.from || at > this.found) {
      this.from = at;
      const place =
        typeof this.wanted === 'string' ? this.text.indexOf(this.wanted, at) : this.match(this.wanted, at);
      this.found = place < 0 ? NOWHERE : place;
    }
    return this.found;
  }

  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.index ?? -1;
  }
}
