import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { signWebhook } from './sign-webhook.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('signWebhook', () => {
  it('signs what the reference library verifies, whatever the text', () => {
    const webhook = new Webhook(SECRET);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = JSON.stringify({ text });
        const headers = signWebhook(SECRET, { id: 'a1.opened.desk', at: new Date(), body });
        expect(webhook.verify(body, headers)).toEqual({ text });
      }),
    );
  });

  it('gives the signature of the reference library', () => {
    const at = new Date('2026-03-01T12:00:00.999Z');
    expect(signWebhook(SECRET, { id: 'a1', at, body: '{}' })).toEqual({
      'webhook-id': 'a1',
      'webhook-timestamp': '1772366400',
      'webhook-signature': new Webhook(SECRET).sign('a1', at, '{}'),
    });
  });

  it('covers id, time and body', () => {
    const message = { id: 'a1', at: new Date(0), body: '{}' };
    const signature = (change: Partial<typeof message>) =>
      signWebhook(SECRET, { ...message, ...change })['webhook-signature'];
    const all = [
      signature({}),
      signature({ id: 'a2' }),
      signature({ at: new Date(1_000) }),
      signature({ body: '[]' }),
    ];
    expect(new Set(all).size).toBe(4);
  });

  it.each([
    '',
    'whsec_',
    'secret',
    Buffer.alloc(32).toString('base64'),
    `whsec_${Buffer.alloc(23).toString('base64')}`,
    `whsec_${'?'.repeat(44)}`,
  ])('refuses the secret %p and says how to make one, without repeating it', (secret) => {
    const sign = () => signWebhook(secret, { id: 'a1', at: new Date(), body: '{}' });
    expect(sign).toThrow(/whsec_ followed by base64 .*openssl rand/);
    if (secret.length > 10) expect(sign).not.toThrow(secret);
  });
});
