import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openSampleWorld, type SampleWorld } from './support/sample-server.js';
import { type Ended, runToEnd } from './support/server-process.js';

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
