/** Documents are stored as they are mapped: nothing added, nothing dropped, an unknown field is an error. */
export const SCHEMA_OPTIONS = {
  versionKey: false,
  id: false,
  minimize: false,
  strict: 'throw',
  strictQuery: 'throw',
  autoIndex: false,
  autoCreate: false,
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority' },
} as const;

/** For parts of a document. */
export const PART_OPTIONS = { _id: false, id: false, minimize: false, strict: 'throw' } as const;
