type Document = Record<string, unknown>;

/** `point`: one or several values. `range`: an interval. What an index cannot narrow is left out. */
export type Bound = 'point' | 'range';

/** One way to match: the fields that narrow it. */
export type Bounds = ReadonlyMap<string, Bound>;

/** A statement as far as indexes matter. It matches what any of its `branches` does. */
export type QueryShape = {
  collection: string;
  operation: string;
  branches: Bounds[];
  sort: [field: string, direction: number][];
  limited: boolean;
};

const POINT_OPERATORS = ['$eq', '$in', '$all', '$elemMatch'];
const RANGE_OPERATORS = ['$gt', '$gte', '$lt', '$lte'];

/** The reads that a command of the wire protocol makes; none for inserts, index creation and the like. */
export function shapesOf(command: Document): QueryShape[] {
  const [operation = '', collection] = Object.entries(command)[0] ?? [];
  const shape = (filter: unknown, sort: unknown = {}, limited = false): QueryShape => ({
    collection: String(collection),
    operation,
    branches: branchesOf(filter as Document),
    sort: sort instanceof Map ? [...sort] : Object.entries(sort as Record<string, number>),
    limited,
  });
  switch (operation) {
    case 'find':
      return [shape(command['filter'], command['sort'], Number(command['limit'] ?? 0) > 0)];
    case 'findAndModify':
      return [shape(command['query'], command['sort'], true)];
    case 'update':
      return (command['updates'] as Document[]).map(({ q }) => shape(q));
    case 'delete':
      return (command['deletes'] as Document[]).map(({ q }) => shape(q));
    case 'aggregate':
      return [shape(firstMatch(command['pipeline'] as Document[]))];
    case 'count':
      return command['query'] ? [shape(command['query'])] : [];
    case 'distinct':
      return [shape(command['query'] ?? {})];
    default:
      return [];
  }
}

function firstMatch(pipeline: Document[]): unknown {
  return pipeline[0]?.['$match'] ?? {};
}

/** The filter as alternatives, each with the bounds that hold in it. */
function branchesOf(filter: Document): Bounds[] {
  let branches: Bounds[] = [new Map()];
  for (const [field, condition] of Object.entries(filter)) {
    const alternatives = alternativesOf(field, condition);
    branches = branches.flatMap((branch) => alternatives.map((other) => both(branch, other)));
  }
  return branches;
}

function alternativesOf(field: string, condition: unknown): Bounds[] {
  if (field === '$or') return (condition as Document[]).flatMap(branchesOf);
  if (field === '$and') {
    return (condition as Document[])
      .map(branchesOf)
      .reduce((all, more) => all.flatMap((a) => more.map((b) => both(a, b))));
  }
  const bound = boundOf(condition);
  return [new Map(bound ? [[field, bound]] : [])];
}

function both(one: Bounds, other: Bounds): Bounds {
  const merged = new Map(one);
  for (const [field, bound] of other) if (bound === 'point' || !merged.has(field)) merged.set(field, bound);
  return merged;
}

function boundOf(condition: unknown): Bound | null {
  if (!isOperators(condition)) return 'point';
  const operators = Object.keys(condition);
  if (operators.some((operator) => POINT_OPERATORS.includes(operator))) return 'point';
  return operators.some((operator) => RANGE_OPERATORS.includes(operator)) ? 'range' : null;
}

function isOperators(condition: unknown): condition is Document {
  if (typeof condition !== 'object' || condition === null) return false;
  return Object.keys(condition).some((key) => key.startsWith('$'));
}
