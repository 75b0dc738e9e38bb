import { INDEXES } from '#store/mongo/indexes.js';
import { type Bounds, type QueryShape, shapesOf } from './query-shape.js';

type Key = [field: string, direction: number][];

/** Collections that may be read whole, since they stay small for a reason. */
const SMALL: Record<string, string> = {
  feeds: 'one row for each feed that the configuration or a person names',
  sources: 'one row for each outlet that a person added',
};

/** Watches commands and keeps a complaint about each shape that no declared index serves. */
export class ShapeCheck {
  private readonly complaints = new Set<string>();
  private readonly seen = new Set<string>();

  readonly watch = (command: Record<string, unknown>): void => {
    for (const shape of shapesOf(command)) {
      const text = describeShape(shape);
      if (this.seen.has(text)) continue;
      this.seen.add(text);
      if (!isServed(shape)) this.complaints.add(text);
    }
  };

  /** How many different shapes came by. */
  get shapes(): number {
    return this.seen.size;
  }

  get unserved(): string[] {
    return [...this.complaints];
  }
}

function isServed(shape: QueryShape): boolean {
  if (shape.collection in SMALL) return true;
  const keys = keysOf(shape.collection);
  return shape.branches.every((branch) => keys.some((key) => serves(key, branch, shape)));
}

function keysOf(collection: string): Key[] {
  const declared = (INDEXES[collection] ?? []).map(({ key }) => Object.entries(key));
  return [[['_id', 1]], ...declared];
}

/** Whether an index narrows what is read, or yields a limited number in order, and whether it leaves no sort to do. */
function serves(key: Key, bounds: Bounds, { sort, limited }: QueryShape): boolean {
  const narrows = bounds.has(key[0]?.[0] ?? '');
  if (!narrows) return limited && sort.length > 0 && yieldsOrder(key, bounds, sort);
  return sort.length === 0 || bounds.get('_id') === 'point' || yieldsOrder(key, bounds, sort);
}

/**
 * Whether an index yields the order: after fields with points, which a server merges, come those of the sort, all in
 * their direction or all in the opposite one.
 */
function yieldsOrder(key: Key, bounds: Bounds, sort: Key): boolean {
  const firstOpen = key.findIndex(([field]) => bounds.get(field) !== 'point');
  const skippable = firstOpen === -1 ? key.length : firstOpen;
  for (let skip = 0; skip <= skippable; skip++) {
    if (sort.every((part, i) => matches(key[skip + i], part, key[skip]?.[1] === sort[0]?.[1]))) return true;
  }
  return false;
}

function matches(part: Key[number] | undefined, [field, direction]: Key[number], same: boolean): boolean {
  return part?.[0] === field && part[1] === (same ? direction : -direction);
}

function describeShape({ collection, operation, branches, sort, limited }: QueryShape): string {
  const filter = branches.map((bounds) => JSON.stringify(Object.fromEntries(bounds))).join(' or ');
  const order = sort.length > 0 ? ` sorted by ${JSON.stringify(Object.fromEntries(sort))}` : '';
  return `${collection}.${operation} ${filter}${order}${limited ? ' limited' : ''}`;
}
