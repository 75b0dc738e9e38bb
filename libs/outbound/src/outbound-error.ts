/**
 * What went wrong on the way to an answer.
 *
 * - `refused-address`: not an address of the public internet
 * - `opted-out`: a host on the way does not want to be asked
 * - `dns-unknown`: the name has no address; `dns-temporary`: nobody could say whether it has one
 * - `connect`: no connection; `tls`: none that is secure and to whom it should be
 * - `cut`: the connection ended before the answer did
 * - `timeout`: not done within the time for everything together
 * - `too-large`: more bytes than allowed, as sent or as inflated
 * - `redirects`: too many, or in a circle
 * - `protocol`: not an address or an answer that HTTP allows
 */
export type OutboundErrorKind =
  | 'refused-address'
  | 'opted-out'
  | 'dns-unknown'
  | 'dns-temporary'
  | 'connect'
  | 'tls'
  | 'cut'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  | 'protocol';

/** The message is for people who are no programmers, and needs no word about the kind before it. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly kind: OutboundErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
