import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, HOST, need, startService } from './service.mjs';

/**
 * Starts a Redis on a loopback port that keeps every write and never evicts.
 * Without `port` it takes a free one; without `folder` its data is in a temporary one that `stop()` removes.
 */
export async function startRedis({ port, folder } = {}) {
  need('redis-server', 'install Redis 7, on Debian "apt-get install redis-server".');
  const own = folder ?? mkdtempSync(join(tmpdir(), 'redis-'));
  mkdirSync(own, { recursive: true });
  const chosen = port ?? (await freePort());
  const args = ['--bind', HOST, '--port', String(chosen), '--dir', own, '--save', ''];
  const durable = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
  const { stop, exited } = await startService(
    'redis-server',
    [...args, ...durable],
    /Ready to accept connections/,
  );
  return {
    uri: `redis://${HOST}:${chosen}`,
    exited,
    stop: async () => {
      await stop();
      if (!folder) rmSync(own, { recursive: true, force: true });
    },
  };
}
