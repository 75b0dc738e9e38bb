import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openSampleWorld, type SampleWorld, type Status, untilQuiet } from './support/sample-server.js';
import {
  type Ended,
  getJson,
  type RunningProcess,
  runToEnd,
  startProcess,
  until,
} from './support/server-process.js';

let world: SampleWorld;
beforeAll(async () => (world = await openSampleWorld()));
afterAll(() => world.close());

async function failure(settings: Record<string, string>): Promise<Ended> {
  const ended = await runToEnd('server', { ...world.settings, LOG_LEVEL: 'silent', ...settings });
  expect(ended.output).not.toMatch(/\n\s+at /);
  expect(ended.code).toBe(1);
  return ended;
}

describe('the server says what to do and ends with code 1', () => {
  it('on a setting that cannot be used', async () => {
    expect((await failure({ RUN_MODE: 'cloud' })).output).toContain(
      'RUN_MODE: embedded (the default) or distributed',
    );
    expect((await failure({ RUN_MODE: 'distributed' })).output).toContain('needs MONGODB_URI');
  });

  it('on a mistake in a configuration file', async () => {
    const file = join(world.folder, 'themes.yaml');
    writeFileSync(file, 'version: one\n');
    expect((await failure({ THEMES_FILE: file })).output).toContain(`${file}:1:10: version:`);
  });

  it('on a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    expect((await failure({ PORT: String(port) })).output).toContain(`Port ${port} is already in use`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('on a data folder that cannot be written', async () => {
    // A file where the folder should be stops root, too.
    const blocked = join(world.folder, 'blocked');
    writeFileSync(blocked, '');
    expect((await failure({ DATA_DIR: blocked })).output).toContain(blocked);
    const foreign = join(world.folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(
      join(foreign, 'narrative.db'),
      'this is no database, but a letter of some length to nobody at all',
    );
    chmodSync(foreign, 0o755);
    expect((await failure({ DATA_DIR: foreign })).output).toContain('narrative.db');
  });

  it('on services that cannot be reached', async () => {
    const distributed = { RUN_MODE: 'distributed', REDIS_URL: 'redis://127.0.0.1:1' };
    const secret = await failure({
      ...distributed,
      MONGODB_URI: 'mongodb://desk:secret@127.0.0.1:1/narrative',
    });
    expect(secret.output).toContain('MONGODB_URI');
    expect(secret.output).not.toContain('secret');
    expect((await failure({ ...distributed, MONGODB_URI: 'postgres://127.0.0.1' })).output).toContain(
      'MONGODB_URI',
    );
  }, 60_000);
});

describe('a running server', () => {
  it('ends in order when it is told to in the middle of its work, and goes on where it stopped', async () => {
    const settings = { ...world.settings, DATA_DIR: join(world.folder, 'stopped'), LOG_LEVEL: 'info' };
    const first = await startProcess('server', settings);
    await until('work is under way', () => isAtWork(first), 30_000, 5);
    const { code, output } = await first.end('SIGTERM');
    expect({ code, stopped: output.includes('"msg":"stopped"') }).toEqual({ code: 0, stopped: true });
    const second = await startProcess('server', settings);
    await untilQuiet(second.url, new Date());
    expect((await statusOf(second)).articles).toBeGreaterThan(1_000);
    await second.end('SIGTERM');
  }, 120_000);

  it('says so and ends with code 1 when its store goes away', async () => {
    const folder = join(world.folder, 'moving');
    const settings = { ...world.settings, DATA_DIR: folder, LOG_LEVEL: 'silent', STORE_LOST_EXIT_MS: '500' };
    const running = await startProcess('server', settings);
    renameSync(folder, `${folder}-moved`);
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 503,
      detail: expect.stringContaining('store: the data file'),
    });
    const { code, output } = await running.ended;
    expect(code).toBe(1);
    expect(output).toMatch(/The store has not answered for .* Nothing is lost/);
    expect(output).not.toMatch(/\n\s+at /);
  }, 60_000);
});

const statusOf = (running: RunningProcess): Promise<Status> =>
  getJson<Status>(`${running.url}/api/v1/status`);

async function isAtWork(running: RunningProcess): Promise<boolean> {
  const { unsettled, windowsOutstanding } = await statusOf(running);
  return unsettled + windowsOutstanding > 0;
}
