import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';

/** A real HTTP server on a free port of 127.0.0.1, for tests. */
export type LoopbackServer = {
  origin: string;
  /** Connections that are open now. */
  sockets: Set<Socket>;
  close(): Promise<void>;
};

export async function loopbackServer(listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { origin: `http://127.0.0.1:${port}`, sockets, close };
}
