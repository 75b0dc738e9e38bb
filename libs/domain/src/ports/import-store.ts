import type { ImportProgress } from '../import-progress.js';

export abstract class ImportStore {
  abstract get(id: string): Promise<ImportProgress | null>;

  /** Inserts or replaces, by id. */
  abstract save(progress: ImportProgress): Promise<void>;
}
