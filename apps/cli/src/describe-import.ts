import { OperatorError } from '#domain/errors.js';
import type { ImportProgress } from '#domain/import-progress.js';

/** What came of an import, for a person. */
export function describeSummary(
  { records, inserted, known, rejected }: ImportProgress,
  rejectedFile: string,
): string {
  const rows: [what: string, count: number, more: string][] = [
    ['Records read', records, ''],
    ['New articles', inserted, ''],
    ['Known already', known, ''],
    ['Rejected', rejected, rejected > 0 ? ` (why: ${rejectedFile})` : ''],
  ];
  const lines = rows.map(([what, count, more]) => `${what.padEnd(15)}${grouped(count)}${more}`);
  const next = 'A running server analyses and counts the new articles: narrative status says how far it is.';
  return [...lines, ...(inserted > 0 ? [next] : [])].join('\n');
}

export const alreadyDone = (path: string): string =>
  `${path} was imported to its end before, so there is nothing to do. --again begins anew, which makes no article twice.`;

/** What an import that was interrupted leaves. */
export const describeStop = (isResumable: boolean): string =>
  isResumable
    ? 'Stopped. The same command goes on where this one stopped.'
    : 'Stopped. Standard input cannot be read again: the same command begins anew, which makes no article twice.';

/** An error that ended an import, with what it leaves; an error that no person can mend is returned as it is. */
export function importError(error: unknown, { records }: ImportProgress, isResumable: boolean): unknown {
  if (!(error instanceof OperatorError) && !isOfSurroundings(error)) return error;
  const { message } = error as Error;
  const saved = records > 0 ? [`The ${grouped(records)} records before that are imported.`] : [];
  const next = isResumable ? ['When it is mended, the same command goes on where this one stopped.'] : [];
  const after = error instanceof OperatorError && records === 0 ? [] : [...saved, ...next];
  return new OperatorError([message, ...after].join('\n'), { cause: error });
}

/** Errors of files, disks, databases and networks carry a code; mistakes of this program do not. */
function isOfSurroundings(error: unknown): boolean {
  const { code, errcode, name } = (error ?? {}) as { code?: unknown; errcode?: unknown; name?: unknown };
  return typeof code === 'string' || typeof errcode === 'number' || String(name).startsWith('Mongo');
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
