import type { Stores } from '#domain/ports/stores.js';
import type { SourceRegister } from '#domain/source-register.js';

/** Enters the outlets that people added meanwhile, maybe through another process. */
export async function learnSources(deps: {
  register: SourceRegister;
  stores: Pick<Stores, 'sources'>;
}): Promise<void> {
  deps.register.include(await deps.stores.sources.list());
}
