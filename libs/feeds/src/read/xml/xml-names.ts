/** A name without its prefix, as it is written. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whether two written names are one, whatever their case. */
export function isSameName(one: string, other: string): boolean {
  return one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());
}
