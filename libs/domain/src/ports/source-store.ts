import type { Source } from '../source.js';

/** The outlets that people added while the system ran; those of the configuration are not here. */
export abstract class SourceStore {
  /** False where the id is taken. */
  abstract add(source: Source): Promise<boolean>;

  /** In order of id. */
  abstract list(): Promise<Source[]>;
}
