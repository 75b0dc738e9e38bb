import type { Resolve } from './resolve-host.js';

/**
 * Looks up so many names at a time and not more, each once for all who ask for it meanwhile; the others wait for their
 * turn. A look-up of the system holds one of the few threads that inflating and reading files need as well, and one
 * that hangs holds it long after its request was given up.
 */
export function fewAtOnce(resolve: Resolve, atOnce: number): Resolve {
  const underWay = new Map<string, Promise<string[]>>();
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const lookUp = async (host: string): Promise<string[]> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await resolve(host);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
  return (host) => {
    const same = underWay.get(host) ?? lookUp(host).finally(() => underWay.delete(host));
    underWay.set(host, same);
    return same;
  };
}
