import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '#domain/import-progress.js';
import type { OpenedImport } from '#usecases/history/open-import.js';

export type ImportView = {
  update(progress: ImportProgress): void;
  stop(): void;
};

/** Records between two lines where nobody watches. */
const LINE_EVERY = 50_000;

/** A bar on a terminal, a line now and then elsewhere; both on standard error. */
export function showImport({ total, done, progress }: OpenedImport): ImportView {
  if (progress.records > 0) console.error(`Going on after ${progress.records.toLocaleString('en')} records.`);
  return process.stderr.isTTY && total !== null ? bar(total, done) : lines(progress.records);
}

function bar(total: number, done: () => number): ImportView {
  const format =
    '{bar} {percentage} % | {records} records | {inserted} new | {rejected} rejected | {eta_formatted} left';
  // Its own way with signals would keep the import from seeing them.
  const options = { format, hideCursor: true, gracefulExit: false, stream: process.stderr };
  const shown = new SingleBar(options, Presets.shades_classic);
  let isShown = false;
  return {
    update: ({ records, inserted, rejected }) => {
      const counts = { records, inserted, rejected };
      if (!isShown) shown.start(total, 0, counts);
      isShown = true;
      shown.update(done(), counts);
    },
    stop: () => shown.stop(),
  };
}

function lines(before: number): ImportView {
  let next = before + LINE_EVERY;
  return {
    update: ({ records, inserted, rejected }) => {
      if (records < next) return;
      next = records + LINE_EVERY;
      console.error(`${records} records read, ${inserted} new, ${rejected} rejected`);
    },
    stop: () => undefined,
  };
}
