/** "address (name)" as RSS has it, "name (address)" and "name <address>" as mail programs do. */
const FORMS = [
  /^[^\s@()]+@[^\s@()]+\s+\((.+)\)$/,
  /^([^()]+)\([^\s@()]+@[^\s@()]+\)$/,
  /^([^<>]+)<[^\s@<>]+@[^\s@<>]+>$/,
];

/** The name of an author however a feed writes it, else the text as it stands, which may be an address. */
export function authorName(author: string): string {
  for (const form of FORMS) {
    const name = form
      .exec(author)?.[1]
      ?.trim()
      .replace(/^"(.*)"$/, '$1')
      .trim();
    if (name) return name;
  }
  return author;
}
