import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

export type RunningProcess = {
  url: string;
  pid: number;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  ended: Promise<Ended>;
};

const START_MS = 60_000;

/** Starts a built program and waits for the address that it prints. Rejects with its output where it ends first. */
export async function startProcess(
  app: 'server' | 'worker',
  settings: Record<string, string>,
): Promise<RunningProcess> {
  const { child, ended } = launch(app, settings);
  const url = await Promise.race([
    addressOf(child),
    ended.then(({ code, output }): never => {
      throw new Error(`${app} ended with ${code}:\n${output}`);
    }),
    pause(START_MS, null, { ref: false }).then((): never => {
      throw new Error(`${app} did not start within ${START_MS} ms`);
    }),
  ]);
  const end = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return { url, pid: child.pid!, end, ended };
}

/** Starts a built program and waits for its end. */
export const runToEnd = (
  app: 'server' | 'worker' | 'cli',
  settings: Record<string, string>,
  args: string[] = [],
): Promise<Ended> => launch(app, settings, args).ended;

function launch(
  app: string,
  settings: Record<string, string>,
  args: string[] = [],
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`, ...args], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout!.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr!.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended };
}

function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve) => {
    child.stdout!.on('data', (data: Buffer) => {
      printed += data.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(printed) ?? [];
      if (found) resolve(found);
    });
  });
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Waits until `check` holds, asking every `everyMs`. Rejects with `what` after `withinMs`. */
export async function until(
  what: string,
  check: () => Promise<boolean>,
  withinMs = 60_000,
  everyMs = 50,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await pause(everyMs);
  }
}
