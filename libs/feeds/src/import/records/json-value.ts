import { escapeStray } from '../../read/json/escape-stray.js';
import { isObject, type JsonObject, tryParse } from '../../read/json/json-object.js';

/** What JSON says, also where texts in it are not escaped as they should be; undefined for what is no JSON. */
export function jsonValue(text: string): unknown {
  const value = tryParse(text);
  return value === undefined ? tryParse(escapeStray(text)) : value;
}

/** The value at a name, or at a path of names like `headline.main`. */
export function valueAt(object: JsonObject, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  const [first = '', ...rest] = path.split('.');
  const value = Object.hasOwn(object, first) ? object[first] : undefined;
  return rest.length > 0 && isObject(value) ? valueAt(value, rest.join('.')) : undefined;
}
