import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOST, need, ServiceError, startService } from './service.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const pom = join(here, 'pom.xml');
export const servicesFolder = join(here, '../../.services');

/**
 * Starts a server that speaks MongoDB's wire protocol on a loopback port.
 * Without `port` it takes a free one; without `folder` its data is in memory, else in a file there, which a clean
 * stop and start keeps.
 */
export async function startMongo({ port = 0, folder } = {}) {
  need('java', 'install a Java 17 runtime or newer, on Debian "apt-get install openjdk-17-jdk-headless".');
  const lib = fetchJars();
  if (folder) mkdirSync(folder, { recursive: true });
  const file = folder ? [join(folder, 'mongo.h2')] : [];
  const { match, stop, exited } = await startService(
    'java',
    ['-Xmx1g', '-cp', join(lib, '*'), join(here, 'MongoWire.java'), HOST, String(port), ...file],
    /listening on (\d+)/,
  );
  return { uri: `mongodb://${HOST}:${match[1]}/narrative`, exited, stop };
}

/** The folder with the jars that pom.xml names, fetched unless they are there. */
function fetchJars() {
  const lib = join(servicesFolder, 'lib');
  const fetchedFor = join(lib, 'pom.xml');
  if (existsSync(fetchedFor) && readFileSync(fetchedFor, 'utf8') === readFileSync(pom, 'utf8')) return lib;
  need('mvn', 'install Maven, on Debian "apt-get install maven".');
  const fresh = `${lib}.${process.pid}`;
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${fresh}`];
  const run = spawnSync('mvn', ['-q', '-B', '-f', pom, ...goal], { encoding: 'utf8' });
  if (run.status !== 0) {
    throw new ServiceError(`Maven could not fetch the server's jars:\n${run.stdout}${run.stderr}`);
  }
  copyFileSync(pom, join(fresh, 'pom.xml'));
  rmSync(lib, { recursive: true, force: true });
  renameSync(fresh, lib);
  return lib;
}
