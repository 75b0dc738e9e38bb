/** Null where there is more than allowed. */
export type ThreadAnswer = { inflated: Uint8Array | null } | { failure: string };

/**
 * The program of a thread that inflates zstd and answers with a ThreadAnswer. It is text, so that it runs the same from
 * the sources and from what is built of them. Everything goes into one buffer: very many very small blocks must not
 * become very many objects. Its data: `fzstd`, the file of that package; `packed`; `maxBytes`.
 */
export const INFLATING_THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { Decompress } = require(workerData.fzstd);

const inflated = new Uint8Array(workerData.maxBytes);
let length = 0;

class TooLarge extends Error {}

function keep(part) {
  if (length + part.length > inflated.length) throw new TooLarge();
  inflated.set(part, length);
  length += part.length;
}

try {
  new Decompress(keep).push(workerData.packed, true);
  parentPort.postMessage({ inflated: inflated.slice(0, length) });
} catch (error) {
  parentPort.postMessage(error instanceof TooLarge ? { inflated: null } : { failure: error.message });
}
`;
