import type { Redirect } from './redirect.js';

/** What one server answered. Header names are lower case; a header that came more than once is joined with ", ". */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  /** Inflated. Empty for a status of 400 and above: error pages are not read. */
  body: Buffer;
  /** The address that answered, without credentials. */
  url: string;
};

/** The last answer, and the way to it. */
export type OutboundResponse = Answer & {
  /** In the order in which they were followed. */
  redirects: readonly Redirect[];
  /**
   * Where the unbroken row of permanent redirects (301, 308) that the way begins with led to; null without one. It is
   * not `url` where a temporary redirect came after.
   */
  permanentUrl: string | null;
};

/**
 * Called when a request is about to go to a host (host and port) that it has not been to, the first one included, so
 * that whoever owes it politeness can wait for its turn or refuse. A rejection ends the request with it. The time that it
 * takes is the request's.
 */
export type OnHost = (host: string) => Promise<void>;

/**
 * The one HTTP client that leaves the machine. An answer of any status resolves; everything else rejects with an
 * OutboundError, but for what `close` ends, which rejects with an EndingError. The limits on time, size, redirects and
 * addresses are those it was opened with.
 */
export abstract class Outbound {
  /** Follows redirects. Credentials, in headers or in the URL, reach the first origin only. */
  abstract get(url: string, headers?: Record<string, string>, onHost?: OnHost): Promise<OutboundResponse>;

  /** Follows 307 and 308 alone, which keep the body; any other redirect is returned as the answer. */
  abstract post(url: string, body: string, headers: Record<string, string>): Promise<OutboundResponse>;

  /** Ends what is under way and refuses what comes later. */
  abstract close(): Promise<void>;
}
