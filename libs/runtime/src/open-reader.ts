import { isOptedOut } from '#feeds/fetch/opt-out.js';
import { MAX_DOCUMENT_BYTES } from '#feeds/read/item.js';
import type { ParsePool } from '#feeds/worker/parse-pool.js';
import { openOutbound } from '#outbound/open-outbound.js';
import type { Outbound } from '#outbound/outbound.js';
import type { Env } from './env.js';
import type { Config } from './load-config.js';
import { openParser } from './open-parser.js';
import { THREADS } from './thread-pool.js';

/** What documents are fetched and read with. */
export type Reader = {
  outbound: Outbound;
  parser: ParsePool;
  close(): Promise<void>;
  /** Begins to close it after a time in milliseconds; whoever waits for a document then hears that the program ends. */
  closeAfter(ms: number): void;
};

const MAX_REDIRECTS = 5;

export function openReader(env: Env, { optOut }: Pick<Config, 'optOut'>): Reader {
  const outbound = openOutbound({
    userAgent: userAgentOf(env),
    allowOrigins: env.ALLOW_ORIGINS,
    timeoutMs: env.FETCH_TIMEOUT_MS,
    maxBytes: MAX_DOCUMENT_BYTES,
    maxRedirects: MAX_REDIRECTS,
    optOut: (url) => isOptedOut(optOut, url),
    lookupsAtOnce: THREADS - 1,
  });
  const parser = openParser(env);
  let timer: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    await Promise.all([outbound.close(), parser.close()]);
  };
  return { outbound, parser, close, closeAfter: (ms) => void (timer = setTimeout(() => void close(), ms)) };
}

/** Who polls, and how to reach them. */
function userAgentOf({ CONTACT }: Env): string {
  return `NarrativeMonitor/0.1 (feed reader; contact: ${CONTACT ?? 'not given'})`;
}
