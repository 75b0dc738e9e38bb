import type { Finding } from './load-yaml.js';

/** A name with the place in the file where it stands. */
export type Named = [name: string, path: PropertyKey[]];

/** Names that must differ and do not. */
export function repeated(kind: string, named: Named[]): Finding[] {
  const seen = new Set<string>();
  return named.flatMap(([name, path]): Finding[] => {
    if (seen.has(name)) return [{ path, message: `the ${kind} "${name}" is used twice` }];
    seen.add(name);
    return [];
  });
}

/** Names of things that are not there. */
export function unknown(kind: string, names: string[], known: Set<string>, path: PropertyKey[]): Finding[] {
  return names.flatMap((name, i): Finding[] =>
    known.has(name) ? [] : [{ path: [...path, i], message: `there is no ${kind} "${name}"` }],
  );
}
