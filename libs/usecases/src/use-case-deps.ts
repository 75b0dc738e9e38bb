import type { Clock } from '#domain/clock.js';
import type { Stores } from '#domain/ports/stores.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { LoadedTaxonomy } from '#domain/taxonomy.js';
import type { FetchedDocument } from '#feeds/discover/fetch-document.js';
import type { FeedContext, ParsedFeed } from '#feeds/read/parse-feed.js';

/** All that use cases work with; each declares the part it needs. */
export abstract class UseCaseDeps {
  abstract readonly stores: Stores;
  abstract readonly clock: Clock;
  abstract readonly register: SourceRegister;
  abstract readonly taxonomy: LoadedTaxonomy;
  /** The number of this process's analysis code and taxonomy. */
  abstract readonly version: number;
  /** Zones whose days are counted. */
  abstract readonly zones: readonly string[];
  abstract readonly halfHourDays: number;
  /** Rest of a host between two requests, in milliseconds, whoever makes them. */
  abstract readonly hostGapMs: number;
  /** The most that one fetch may take, in milliseconds, with all its redirects. */
  abstract readonly fetchTimeoutMs: number;
  /** Fetches one document. Calls `onHost` before it asks a host for the first time. */
  abstract readonly fetchDocument: (
    url: string,
    onHost: (host: string) => Promise<void>,
  ) => Promise<FetchedDocument>;
  /** Reads a feed document without holding anyone up; rejects with an EndingError alone. */
  abstract readonly parseDocument: (body: Buffer, context: FeedContext) => Promise<ParsedFeed>;
  /** Whether the publisher of an address does not want to be polled. */
  abstract readonly isOptedOut: (url: string) => boolean;
  /** Has whoever runs the steps look at once for what is undone. Never rejects: the clock does the same in seconds. */
  abstract readonly wake: () => Promise<void>;
  /** Resolves after a time in milliseconds. */
  abstract readonly pause: (ms: number) => Promise<void>;
}
