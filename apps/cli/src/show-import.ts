import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '#domain/import-progress.js';
import type { OpenedImport } from '#usecases/open-import.js';

export type ImportView = {
  update(progress: ImportProgress): void;
  /** Prints what came of it. */
  end(progress: ImportProgress, rejectedFile: string): void;
};

/** Records between two lines where nobody watches. */
const LINE_EVERY = 50_000;

/** A bar on a terminal, a line now and then elsewhere; both on standard error. */
export function showImport(opened: OpenedImport): ImportView {
  const view = process.stderr.isTTY ? bar(opened) : lines();
  const { records } = opened.progress;
  if (records > 0) console.error(`Going on after ${records.toLocaleString('en')} records.`);
  return { ...view, end: (progress, file) => (view.stop(), console.log(summary(progress, file))) };
}

function bar({ total, done }: OpenedImport): { update(progress: ImportProgress): void; stop(): void } {
  const format =
    '{bar} {percentage} % | {records} records | {inserted} new | {rejected} rejected | {eta_formatted}';
  const shown = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
  shown.start(total, 0, { records: 0, inserted: 0, rejected: 0 });
  return {
    update: ({ records, inserted, rejected }) => shown.update(done(), { records, inserted, rejected }),
    stop: () => shown.stop(),
  };
}

function lines(): { update(progress: ImportProgress): void; stop(): void } {
  let next = LINE_EVERY;
  return {
    update: ({ records, inserted, rejected }) => {
      if (records < next) return;
      next = records + LINE_EVERY;
      console.error(`${records} records read, ${inserted} new, ${rejected} rejected`);
    },
    stop: () => undefined,
  };
}

function summary({ records, inserted, known, rejected }: ImportProgress, rejectedFile: string): string {
  const number = (value: number): string => value.toLocaleString('en');
  return [
    `Records read     ${number(records)}`,
    `New articles     ${number(inserted)}`,
    `Known already    ${number(known)}`,
    `Rejected         ${number(rejected)}${rejected > 0 ? ` (why: ${rejectedFile})` : ''}`,
    ...(inserted > 0
      ? ['The server analyses and counts the new articles while it runs: narrative status.']
      : []),
  ].join('\n');
}
