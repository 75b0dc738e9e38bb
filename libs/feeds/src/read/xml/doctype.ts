import { decodeEntities, type OwnEntities } from '../../html/decode-entities.js';

/** What a document declares for itself, and where its elements begin. */
export type Doctype = { own: OwnEntities | undefined; end: number };

/** Limits, in UTF-16 units, that no honest document comes near. */
const MAX_PROLOG = 10_000;
const MAX_SUBSET = 200_000;
const MAX_ENTITY = 10_000;
const MAX_ENTITIES = 1_000;

/** All that the references of a document may come to: one that multiplies itself runs dry. */
const MAX_EXPANSION = 1_000_000;

const START = /<!doctype\b[^<>[]*\[/i;

/** One declaration of an internal subset, or its end; the first two groups are those of an entity. */
const DECLARATION =
  /\s+|%[\w.-]+;|<!--[^]*?-->|<\?[^]*?>|<!ENTITY\s+([a-z_][\w.-]{0,62})\s+("[^"]*"|'[^']*')\s*>|<!\w+(?!\w)(?:[^>"']|"[^"]*"|'[^']*')*>|(\]\s*>)/iy;

/** Those of XML itself mean what they mean. */
const FIXED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * Reads the entities that the internal part of a document type declaration defines, however they refer to each other;
 * nothing outside the document is read. `end` is 0 where there is no such part.
 */
export function readDoctype(xml: string): Doctype {
  const prolog = xml.slice(0, MAX_PROLOG);
  const start = prolog.includes('<!D') || prolog.includes('<!d') ? START.exec(prolog) : null;
  if (!start) return { own: undefined, end: 0 };
  const begin = start.index + start[0].length;
  const { entities, length } = readSubset(xml.slice(begin, begin + MAX_SUBSET));
  return { own: expander(entities), end: length && begin + length };
}

function readSubset(subset: string): { entities: Map<string, string>; length: number } {
  const entities = new Map<string, string>();
  DECLARATION.lastIndex = 0;
  for (let found = DECLARATION.exec(subset); found; found = DECLARATION.exec(subset)) {
    const [, name, value, end] = found;
    if (end) return { entities, length: found.index + end.length };
    if (name && value && !FIXED.has(name) && !entities.has(name) && entities.size < MAX_ENTITIES)
      entities.set(name, value.slice(1, -1));
  }
  return { entities, length: 0 };
}

/** Each entity is worked out once, and all that is handed out is taken from one budget. */
function expander(entities: Map<string, string>): OwnEntities {
  const expanded = new Map<string, string>();
  let left = MAX_EXPANSION;
  const own: OwnEntities = (name) => {
    const source = entities.get(name);
    if (source === undefined) return undefined;
    const value = expanded.get(name) ?? expand(name, source);
    if (value.length > left) return '';
    left -= value.length;
    return value;
  };
  const expand = (name: string, source: string): string => {
    // An entity that refers to itself finds nothing there.
    expanded.set(name, '');
    const value = decodeEntities(source.slice(0, MAX_ENTITY), own).slice(0, MAX_ENTITY);
    expanded.set(name, value);
    return value;
  };
  return own;
}
