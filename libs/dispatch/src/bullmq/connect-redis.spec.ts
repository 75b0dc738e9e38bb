import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { OperatorError } from '#domain/errors.js';
import { connectRedis } from './connect-redis.js';

const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

describe('connecting to Redis', () => {
  let server: Server;
  let sockets: Socket[];
  beforeEach(async () => {
    sockets = [];
    server = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => close());

  const address = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = async (): Promise<void> => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  };

  const failure = (host: string): Promise<unknown> =>
    connectRedis(`redis://user:secret@${host}/1`, silent, 150).catch((error: unknown) => error);

  it('gives up on a port where nobody listens, and says where, why and what to check', async () => {
    const host = address();
    await close();
    const error = await failure(host);
    expect(error).toBeInstanceOf(OperatorError);
    expect(String(error)).toContain(`redis://${host}/1`);
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).toContain('check REDIS_URL');
    expect(String(error)).not.toContain('secret');
  });

  it('gives up on a server that takes the connection and never answers', async () => {
    const error = await failure(address());
    expect(error).toBeInstanceOf(OperatorError);
    expect(String(error)).toContain('no answer');
  });
});
