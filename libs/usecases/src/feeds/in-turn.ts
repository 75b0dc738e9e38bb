const lastOf = new WeakMap<object, Promise<unknown>>();

/** Runs what works on `shared` one after the other, in order; a failure is only its own caller's. */
export function inTurn<T>(shared: object, run: () => Promise<T>): Promise<T> {
  const before = lastOf.get(shared) ?? Promise.resolve();
  const mine = before.then(run, run);
  lastOf.set(shared, mine);
  return mine;
}
