import { connectPinned, type Target } from './connect-pinned.js';
import { loopbackServer, type LoopbackServer } from '../../../test/support/loopback-server.js';

let server: LoopbackServer;
let target: Target;

beforeEach(async () => {
  server = await loopbackServer((_request, response) => response.end());
  const port = Number(new URL(server.origin).port);
  target = { host: 'pinned.test', port, tls: null, addresses: ['127.0.0.1'], exempt: true };
});
afterEach(() => server.close());

const connect = (change: Partial<Target>) =>
  connectPinned({ ...target, ...change }, new AbortController().signal);

describe('connectPinned', () => {
  it('connects to the address it was given, whatever the name would resolve to', async () => {
    const socket = await connect({});
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('refuses a peer that is not public even though its address passed before', async () => {
    await expect(connect({ exempt: false })).rejects.toMatchObject({ kind: 'refused-address' });
  });

  it('refuses a peer that is none of the addresses, as a literal host would reach', async () => {
    await expect(connect({ host: '127.0.0.1', addresses: ['127.0.0.2'] })).rejects.toMatchObject({
      kind: 'refused-address',
    });
  });

  it('tries the next address where one does not answer', async () => {
    const socket = await connect({ addresses: ['::1', '127.0.0.1'] });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('fails to connect where nobody listens', async () => {
    await server.close();
    await expect(connect({})).rejects.toMatchObject({
      kind: 'connect',
      message: 'pinned.test refused the connection: nothing listens there',
    });
  });

  it('trusts no server that cannot speak TLS', async () => {
    await expect(connect({ tls: { trust: undefined } })).rejects.toMatchObject({
      kind: 'tls',
      message: 'pinned.test speaks no TLS at this port, or none that this machine speaks',
    });
  });

  it('gives up with the reason of the signal', async () => {
    const controller = new AbortController();
    const socket = connectPinned({ ...target, addresses: ['127.0.0.1'] }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(socket).rejects.toThrow('enough');
  });
});
