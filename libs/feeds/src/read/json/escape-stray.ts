// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f]/g;
const BACKSLASH = /\\(["\\/bfnrt]|u[\da-fA-F]{4})?/g;

/**
 * JSON within whose texts control characters and backslashes stand as they must not: the former become blanks, which
 * mean the same between values, and the latter are doubled.
 */
export function escapeStray(json: string): string {
  return json
    .replace(CONTROLS, ' ')
    .replace(BACKSLASH, (found, escaped?: string) => (escaped ? found : '\\\\'));
}
