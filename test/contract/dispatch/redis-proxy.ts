import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a dispatcher and Redis, so that a test can take Redis away from one of them and give it back. */
export class RedisProxy {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private away = false;

  private constructor(private readonly target: URL) {
    this.server = createServer((socket) => this.join(socket));
  }

  static async open(redisUrl: string): Promise<RedisProxy> {
    const proxy = new RedisProxy(new URL(redisUrl));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.away = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  restore(): void {
    this.away = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(inner: Socket): void {
    if (this.away) return void inner.destroy();
    const outer = connect(Number(this.target.port || 6379), this.target.hostname);
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
