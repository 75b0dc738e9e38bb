import type { SourceStore } from './ports/source-store.js';
import type { SourceRegister } from './source-register.js';

/** Enters the outlets that people added meanwhile, maybe through another process. */
export async function learnSources(
  register: SourceRegister,
  sources: Pick<SourceStore, 'list'>,
): Promise<void> {
  register.include(await sources.list());
}
