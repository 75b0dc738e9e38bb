/**
 * `refused-address`: not a public address. `dns`: the name has none. `connect`: no connection, or no trusted one.
 * `timeout`: not done within the time for everything together. `too-large`: more bytes than allowed, as sent or as
 * inflated. `redirects`: too many. `protocol`: not an address or an answer that HTTP allows.
 */
export type OutboundErrorKind =
  'refused-address' | 'dns' | 'connect' | 'timeout' | 'too-large' | 'redirects' | 'protocol';

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

/** `error` as an OutboundError: itself where it is one, else of `kind` with its message. */
export function asOutboundError(kind: OutboundErrorKind, error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const message = error instanceof Error ? error.message || error.name : String(error);
  return new OutboundError(kind, message, { cause: error });
}
