/** A redirect that was followed: the status that `url` answered, and where it led. */
export type Redirect = { url: string; status: number; to: string };

const PERMANENT = new Set([301, 308]);

/** Where the permanent redirects at the beginning of the way lead to, or null where its first step is none. */
export function permanentUrlOf(way: readonly Redirect[]): string | null {
  const temporary = way.findIndex(({ status }) => !PERMANENT.has(status));
  return (temporary === -1 ? way : way.slice(0, temporary)).at(-1)?.to ?? null;
}
