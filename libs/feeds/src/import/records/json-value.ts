import { escapeStray } from '../../read/json/escape-stray.js';

/** What JSON says, also where texts in it are not escaped as they should be; undefined for what is no JSON. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return repairedValue(text);
  }
}

function repairedValue(text: string): unknown {
  const repaired = escapeStray(text);
  if (repaired === text) return undefined;
  try {
    return JSON.parse(repaired);
  } catch {
    return undefined;
  }
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a name, or at a path of names like `headline.main`. */
export function valueAt(object: JsonObject, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  const [first = '', ...rest] = path.split('.');
  const value = Object.hasOwn(object, first) ? object[first] : undefined;
  return rest.length > 0 && isObject(value) ? valueAt(value, rest.join('.')) : undefined;
}
