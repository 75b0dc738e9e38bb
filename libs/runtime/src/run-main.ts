import { InvalidRequestError, NotFoundError, OperatorError, RetryLaterError } from '#domain/errors.js';
import type { Log } from '#domain/log.js';
import { printableLines } from '#domain/printable.js';
import type { Lifetime } from './lifetime.js';
import type { Runtime } from './open-runtime.js';
import { watchStore } from './watch-store.js';

/** What an orderly end may take beside the drain before the process ends all the same; nothing is lost by it. */
const STOP_MS = 2_500;

/** Runs a program's main function; a failure ends it with a message that says what to do, and exit code 1. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => fail(error));
}

/** Ends the process on SIGTERM and SIGINT in order, and when the store is lost for good. */
export function endWell({
  env,
  log,
  lifetime,
  stores,
}: Pick<Runtime, 'env' | 'log' | 'lifetime' | 'stores'>): void {
  const stop = (code: number, why: string): Promise<void> =>
    stopAndExit(lifetime, log, { code, why, withinMs: env.DRAIN_MS + STOP_MS });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(0, signal));
  }
  const unwatch = watchStore(stores, env.STORE_LOST_EXIT_MS, log, (why) => {
    unwatch();
    const seconds = Math.round(env.STORE_LOST_EXIT_MS / 1000);
    console.error(
      `The store has not answered for ${seconds} s (${why}). Nothing is lost: bring it back and start again.`,
    );
    void stop(1, 'store lost');
  });
  lifetime.onStop('intake', 'store watch', unwatch);
}

async function stopAndExit(
  lifetime: Lifetime,
  log: Log,
  { code, why, withinMs }: { code: number; why: string; withinMs: number },
): Promise<void> {
  log.info('stopping', { why });
  const late = setTimeout(() => {
    log.warn('stopped before all work ended; the next start goes on with it');
    process.exit(code);
  }, withinMs);
  late.unref();
  await lifetime.stop();
  log.info('stopped');
  process.exit(code);
}

/** Says what is wrong and ends the process; only what no person can mend shows where it happened. */
export function fail(error: unknown): never {
  const known = knownProblem(error);
  console.error(known ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  process.exit(1);
}

/** Their messages say what to do. */
const FOR_PEOPLE = [OperatorError, InvalidRequestError, NotFoundError, RetryLaterError];

function knownProblem(error: unknown): string | null {
  if (error instanceof Error && FOR_PEOPLE.some((kind) => error instanceof kind))
    return printableLines(error.message);
  const { code, port, address } = (error ?? {}) as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use by another program. Set PORT to a free one, or to 0 for any.`;
  if (code === 'EACCES' && port)
    return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${address ?? ''}. Set HOST to 127.0.0.1 or 0.0.0.0.`;
  return null;
}
