/** Bytes that are passed on up to a limit, and how many they were. Throws `tooLarge()` with the first byte above it. */
export class Capped implements AsyncIterable<Buffer> {
  bytes = 0;

  constructor(
    private readonly source: AsyncIterable<Buffer>,
    private readonly maxBytes: number,
    private readonly tooLarge: () => Error,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const chunk of this.source) {
      this.bytes += chunk.length;
      if (this.bytes > this.maxBytes) throw this.tooLarge();
      yield chunk;
    }
  }
}
