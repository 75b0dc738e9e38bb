import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export const HOST = '127.0.0.1';
const START_MS = 30_000;
const STOP_MS = 10_000;
const ERROR_TAIL = 2_000;

/** Something a person can mend; shown without a stack trace. */
export class ServiceError extends Error {}

/** Throws a ServiceError with `hint` where `command` is not installed. */
export function need(command, hint) {
  if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error) {
    throw new ServiceError(`"${command}" was not found: ${hint}`);
  }
}

/** A loopback port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a process and waits until its output has a line that matches `ready`.
 * Returns that match, a promise of its exit, and `stop()`, which ends it cleanly and waits. A ServiceError carries
 * the end of its output where it never became ready.
 */
export async function startService(command, args, ready) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
  };
  try {
    return { match: await untilReady(child, command, ready), exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function untilReady(child, command, ready) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new ServiceError(`${command} did not start (${why}):\n${output.slice(-ERROR_TAIL).trim()}`));
    const timer = setTimeout(() => fail(`not ready after ${START_MS / 1000} s`), START_MS);
    const read = (chunk) => {
      output = (output + chunk).slice(-4 * ERROR_TAIL);
      const match = output.match(ready);
      if (match) resolve(match);
      if (match) clearTimeout(timer);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`exit ${code ?? signal}`);
    });
  });
}
