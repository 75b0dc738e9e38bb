/** Of libuv, unless it is told otherwise. */
const USUAL = 4;
const WANTED = 16;

/**
 * Look-ups of names, inflating and reading files share the threads of libuv, of which there are few. Their number is
 * fixed as they start: in the first line of a program on Node 24, before it on Node 20. So this module is the first that
 * a program imports; where it comes too late the environment must say UV_THREADPOOL_SIZE.
 */
if (Number.parseInt(process.versions.node) >= 24) process.env['UV_THREADPOOL_SIZE'] ??= String(WANTED);

/** Threads that there are. */
export const THREADS = Math.max(2, Number(process.env['UV_THREADPOOL_SIZE']) || USUAL);
