/**
 * A date of an HTTP header as milliseconds since 1970, or null where it is none. `Date.parse` alone would read nearly
 * anything, in the zone of the host.
 */
export function httpDate(value: string | undefined): number | null {
  if (!value || !/^[A-Z][a-z]{2,8}, .* GMT$/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
