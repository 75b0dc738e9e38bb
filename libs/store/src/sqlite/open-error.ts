import { OperatorError } from '#domain/errors.js';

/** SQLite's primary result codes for what a person can mend. */
const ADVICE: Record<number, string> = {
  3: 'this user may not write there; change its permissions, or choose another DATA_DIR',
  5: 'another process holds it; stop that process first',
  8: 'it cannot be written; check its permissions and those of its folder, or choose another DATA_DIR',
  10: 'its files cannot be read or written; check the disk and the permissions, or choose another DATA_DIR',
  11: 'it is damaged; move it away, then restore a backup or start with an empty data folder',
  13: 'the disk is full; make room',
  14: 'it cannot be opened; check that its folder exists and may be written, or choose another DATA_DIR',
  26: 'it is not a database; move it away, or choose another DATA_DIR',
};

/** The error of opening `file` as an {@link OperatorError} where a person can mend it, else as it is. */
export function openError(error: unknown, file: string): unknown {
  const code = has(error, 'errcode') && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  const advice = ADVICE[code];
  return advice
    ? new OperatorError(`the database ${file} is not usable: ${advice}`, { cause: error })
    : error;
}

/** Says that the folder of the database cannot be made. */
export function folderError(error: unknown, folder: string): OperatorError {
  const code = has(error, 'code') ? ` (${String(error.code)})` : '';
  return new OperatorError(
    `the data folder ${folder} cannot be made${code}; create it yourself, or set DATA_DIR to a folder that may be written`,
    { cause: error },
  );
}

function has<Key extends string>(error: unknown, key: Key): error is Record<Key, unknown> {
  return typeof error === 'object' && error !== null && key in error;
}
