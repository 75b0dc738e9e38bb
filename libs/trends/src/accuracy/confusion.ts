import { type Proportion, wilsonInterval } from './wilson-interval.js';

/** How often the analysis found one thing (outer) and the analyst said another (inner). */
export type Matrix<Name extends string> = Record<Name, Record<Name, number>>;

export type Confusion<Name extends string> = {
  reviewed: number;
  /** How often both say the same; null where nothing was reviewed. */
  agreement: Proportion | null;
  matrix: Matrix<Name>;
};

/** Counts pairs of what was found and what was said. */
export function confusionOf<Name extends string>(
  names: readonly Name[],
  pairs: readonly { found: Name; said: Name }[],
): Confusion<Name> {
  const empty = () => Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  const matrix = Object.fromEntries(names.map((name) => [name, empty()])) as Matrix<Name>;
  for (const { found, said } of pairs) matrix[found][said] += 1;
  const same = pairs.filter(({ found, said }) => found === said).length;
  return { reviewed: pairs.length, agreement: wilsonInterval(same, pairs.length), matrix };
}
