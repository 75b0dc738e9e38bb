import type { Clock } from '#domain/clock.js';
import type { Stores } from '#domain/ports/stores.js';
import type { SourceRegister } from '#domain/source-register.js';
import type { LoadedTaxonomy } from '#domain/taxonomy.js';

/** All that use cases read from; each declares the part it needs. */
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
}
