import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../dist/apps/server/src/main.js', import.meta.url));
export const SIZES = [10_000, 100_000, 1_000_000];
export const benchFolder = (size) => join('data', 'bench', String(size));

export const describeMachine = () =>
  `Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;

/** Starts an embedded server on a folder of its own and waits for its address. It does not outlive this process. */
export function startServer(folder, settings) {
  const usual = {
    RUN_MODE: 'embedded',
    DATA_DIR: folder,
    SOURCES_FILE: join(folder, 'sources.yaml'),
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const server = fork(SERVER, {
    env: { ...process.env, ...usual, ...settings },
    execArgv: ['--import', new URL('./report-memory.mjs', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (data) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(data.toString()) ?? [];
      if (url) resolve({ server, url });
    });
    server.once('exit', (code) => code && reject(new Error(`the server ended with ${code}`)));
  });
}
