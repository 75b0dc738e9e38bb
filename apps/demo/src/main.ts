import '#runtime/thread-pool.js';
import { fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv, processEnv } from '#runtime/process-env.js';
import { runMain } from '#runtime/run-main.js';
import { choosePort } from './choose-port.js';
import { serveSampleFeeds } from './serve-feeds.js';
import { showProgress } from './show-progress.js';

const SERVER = fileURLToPath(new URL('../../server/src/main.js', import.meta.url));
const SEED = 20251114;

/** Serves the sample feeds on loopback and starts the embedded server against them, on data of its own. */
runMain(async () => {
  const env = processEnv();
  const folder = join(env.DATA_DIR, 'demo');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const feeds = await serveSampleFeeds({ port: 0, seed: SEED, today: new Date() });
  const sources = join(folder, 'sources.yaml');
  writeFileSync(sources, feeds.sourcesYaml);

  const port = await choosePort(env.PORT);
  const server = fork(SERVER, {
    env: childEnv({
      RUN_MODE: 'embedded',
      DATA_DIR: folder,
      SOURCES_FILE: sources,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ALLOW_ORIGINS: feeds.origin,
      CONTACT: 'demo',
      // One machine plays all outlets here, so the pause that a real host is owed would only hold up the show.
      HOST_GAP_MS: '0',
      SWEEP_INTERVAL_MS: '200',
      POLL_INTERVAL_MS: '30000',
      MAX_POLL_INTERVAL_MS: '60000',
    }),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
  server.once('exit', (code) => void feeds.close().then(() => process.exit(code ?? 0)));
  await showProgress(`http://127.0.0.1:${port}`);
});
