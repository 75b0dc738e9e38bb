import { createSign, generateKeyPairSync } from 'node:crypto';

/** A certificate that nobody but its maker has signed, and its key, as PEM. */
export type SelfMade = { cert: string; key: string };

type Validity = { from: Date; until: Date };

const COMMON_NAME = objectId('550403');
const SUBJECT_ALTERNATIVE_NAME = objectId('551d11');
const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));

const DAY = 86_400_000;
const validNow = (): Validity => ({
  from: new Date(Date.now() - DAY),
  until: new Date(Date.now() + DAY),
});

/** Makes a certificate for `name`, valid since yesterday until tomorrow unless said otherwise. X.509 v3: RFC 5280. */
export function selfMadeCertificate(name: string, validity: Validity = validNow()): SelfMade {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ECDSA_WITH_SHA256,
    distinguishedName(name),
    sequence(time(validity.from), time(validity.until)),
    distinguishedName(name),
    publicKey,
    tagged(0xa3, sequence(alternativeName(name))),
  );
  const signature = createSign('sha256').update(content).sign(keys.privateKey);
  const der = sequence(content, ECDSA_WITH_SHA256, tagged(0x03, Buffer.of(0), signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? Buffer.of(length) : Buffer.of(0x82, length >> 8, length & 0xff);
  return Buffer.concat([Buffer.of(tag), size, content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(value));
}

function objectId(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function time(at: Date): Buffer {
  return tagged(0x18, Buffer.from(at.toISOString().replace(/\.\d+|[-:T]/g, '')));
}

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(name)))));
}

function alternativeName(name: string): Buffer {
  const names = sequence(tagged(0x82, Buffer.from(name)));
  return sequence(SUBJECT_ALTERNATIVE_NAME, tagged(0x04, names));
}
