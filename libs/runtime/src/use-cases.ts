import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#domain/clock.js';
import type { Stores } from '#domain/ports/stores.js';
import { fetchDocument } from '#feeds/discover/fetch-document.js';
import { isOptedOut } from '#feeds/fetch/opt-out.js';
import type { UseCaseDeps } from '#usecases/use-case-deps.js';
import type { Env } from './env.js';
import type { Config } from './load-config.js';
import type { Reader } from './open-reader.js';

export type UseCaseParts = {
  env: Env;
  stores: Stores;
  clock: Clock;
  config: Config;
  reader: Reader;
  /** Of the analysis, as the store numbers it. */
  version: number;
  wake: () => Promise<void>;
};

/** What people's questions and commands are answered with. */
export function buildUseCases({
  env,
  stores,
  clock,
  config,
  reader,
  version,
  wake,
}: UseCaseParts): UseCaseDeps {
  const { register, taxonomy, optOut } = config;
  return {
    ...{ stores, clock, register, taxonomy, version, wake },
    zones: env.ZONES,
    halfHourDays: env.HALF_HOUR_DAYS,
    hostGapMs: env.HOST_GAP_MS,
    fetchTimeoutMs: env.FETCH_TIMEOUT_MS,
    fetchDocument: (url, onHost) => fetchDocument(reader.outbound, url, clock.now(), onHost),
    parseDocument: (body, context) => reader.parser.parse(body, context),
    isOptedOut: (url) => URL.canParse(url) && isOptedOut(optOut, new URL(url)),
    pause: async (ms) => void (await pause(ms)),
  };
}
