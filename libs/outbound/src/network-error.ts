import { errors } from 'undici';
import { OutboundError } from './outbound-error.js';

/** What Node and OpenSSL call a certificate whose signer is not known here. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const CONNECT_WORDS = new Map([
  ['ECONNREFUSED', 'refused the connection: nothing listens there'],
  ['ETIMEDOUT', 'did not answer the attempt to connect'],
  ['EHOSTUNREACH', 'cannot be reached from this machine'],
  ['ENETUNREACH', 'cannot be reached from this machine: no network leads there'],
]);

const TLS_WORDS = new Map([
  ['CERT_HAS_EXPIRED', 'has a certificate that has expired'],
  ['CERT_NOT_YET_VALID', 'has a certificate that is not yet valid: check the clock of this machine'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'has a certificate that is for other names'],
]);

/** The connection ended, whoever ended it. */
const CUT = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** Why there is no connection to `host`, unless `error` says so already. */
export function connectError(host: string, error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const words = CONNECT_WORDS.get(codeOf(error)) ?? `could not be connected to: ${textOf(error)}`;
  return new OutboundError('connect', `${host} ${words}`, { cause: error });
}

/** Why the connection to `host` is not a secure one. */
export function tlsError(host: string, error: unknown): OutboundError {
  return new OutboundError('tls', `${host} ${tlsWords(error)}`, { cause: error });
}

function tlsWords(error: unknown): string {
  const code = codeOf(error);
  if (UNTRUSTED.has(code)) return 'has a certificate that no authority known to this machine has signed';
  if (code === 'ECONNRESET') return 'ended the connection while it was being secured';
  if (/^(EPROTO|ERR_SSL_)/.test(code)) return 'speaks no TLS at this port, or none that this machine speaks';
  return TLS_WORDS.get(code) ?? `and this machine agreed on no secure connection: ${textOf(error)}`;
}

/** Why `host` gave no whole answer, unless `error` says so already. */
export function answerError(host: string, error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const code = codeOf(error);
  if (CUT.has(code)) {
    return new OutboundError('cut', `${host} ended the connection before its answer was complete`, {
      cause: error,
    });
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return new OutboundError('too-large', `${host} sent more headers than are read`, { cause: error });
  }
  const isParserError = error instanceof errors.HTTPParserError || code.startsWith('HPE_');
  const words = isParserError ? 'sent what is not HTTP' : 'gave no answer that can be read';
  return new OutboundError('protocol', `${host} ${words}: ${textOf(error)}`, { cause: error });
}

/** The `code` of an error of Node's, or ''. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** An AggregateError of several addresses has no message of its own. */
function textOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message || codeOf(error) || 'no reason is given');
}
