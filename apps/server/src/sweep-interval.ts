/** Token of the pause between two sweeps, in milliseconds. */
export const SWEEP_INTERVAL = Symbol('sweep interval');
