import type { Outbound, OutboundResponse } from '#outbound/outbound.js';
import { OutboundError } from '#outbound/outbound-error.js';
import { retryAfterMs } from '#outbound/retry-after.js';
import { signWebhook } from './sign-webhook.js';

export type WebhookTarget = {
  url: string;
  /** `whsec_` and base64. */
  secret: string;
};

export type WebhookMessage = {
  /** The same for every try, so that a receiver can drop what it already has. */
  id: string;
  /** The moment of this try: receivers refuse what is older than some minutes. */
  at: Date;
  /** Sent as JSON. */
  body: unknown;
};

/** `permanent`: no later try can succeed. `retryAfterMs`: the least wait that the receiver asked for, or null. */
export type WebhookResult =
  { ok: true } | { ok: false; error: string; permanent: boolean; retryAfterMs: number | null };

/**
 * The receiver will never take this message, or is gone for good. Whatever else it refuses may be put right while there
 * are tries left: a route not yet deployed, a secret being changed, a proxy in the way.
 */
const PERMANENT = new Set([400, 410, 413, 422]);

/**
 * Sends a signed message once. What the receiver or the network does is a result, not an error. Rejects with an
 * OperatorError for a secret that cannot sign.
 */
export async function sendWebhook(
  outbound: Outbound,
  { url, secret }: WebhookTarget,
  message: WebhookMessage,
): Promise<WebhookResult> {
  const body = JSON.stringify(message.body);
  const signature = signWebhook(secret, { ...message, body });
  try {
    return resultOf(
      await outbound.post(url, body, { 'content-type': 'application/json', ...signature }),
      message.at,
    );
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { ok: false, error: `${error.kind}: ${error.message}`, permanent: false, retryAfterMs: null };
  }
}

/** A redirect that the client did not follow would lose the message. */
function resultOf({ status, headers }: OutboundResponse, now: Date): WebhookResult {
  if (status >= 200 && status < 300) return { ok: true };
  const permanent = PERMANENT.has(status);
  return { ok: false, error: `HTTP ${status}`, permanent, retryAfterMs: retryAfterMs(headers, now) };
}
