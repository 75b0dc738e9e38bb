import type { ImportField } from '../import-entry.js';
import type { FileFormat, ImportPreset } from '../import-presets.js';

/** A file of records, and how to read it. */
export type RecordsFile = {
  /** What people call it. */
  name: string;
  format: FileFormat;
  preset: ImportPreset;
  /** The fields whose columns were named by hand: they have to be there. */
  mapped: ImportField[];
  /** As `encodingOf` names it; null where the beginning of the file tells. */
  encoding: string | null;
};
