import { createHmac } from 'node:crypto';
import { OperatorError } from '#domain/errors.js';

const SECRET = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?)$/;

/** The least that Standard Webhooks allows, in bytes. */
const MIN_KEY_BYTES = 24;

/**
 * The headers by which a receiver knows sender, message and time: HMAC-SHA-256 over "id.seconds.body", after Standard
 * Webhooks 1.0 (symmetric, `v1`). Throws an OperatorError for a secret that is not `whsec_` and base64 of 24 bytes or
 * more.
 */
export function signWebhook(
  secret: string,
  message: { id: string; at: Date; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1_000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signature = createHmac('sha256', keyOf(secret)).update(signed).digest('base64');
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
  if (key.length >= MIN_KEY_BYTES) return key;
  throw new OperatorError(
    `the webhook secret is not whsec_ followed by base64 of ${MIN_KEY_BYTES} bytes or more; ` +
      `make one with: echo "whsec_$(openssl rand -base64 32)"`,
  );
}
