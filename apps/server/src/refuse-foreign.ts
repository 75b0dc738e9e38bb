import type { NextFunction, Request, Response } from 'express';
import { problem } from '#api/problem.js';
import type { Env } from '#runtime/env.js';

type Settings = Pick<Env, 'HOST' | 'ALLOW_HOSTS'>;
type Refusal = { status: 403 | 415; detail: string };

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Probes ask by whatever address they have. */
const HEALTH = /^\/health\/(?:live|ready)\/?$/;

/**
 * Middleware against web pages that have a reader's browser ask this server: by a name that is not its own (the page's
 * own, whose address was changed to this machine's), or to change something by a form or a script of another site. It
 * does not say who may ask: whoever reaches the port may.
 */
export function refuseForeign(settings: Settings) {
  const isOwnName = ownNames(settings);
  return (request: Request, response: Response, next: NextFunction): void => {
    const refusal = foreignName(request, isOwnName) ?? foreignChange(request, settings);
    if (!refusal) return next();
    const { status, detail } = refusal;
    const answer = problem(status, detail, request.originalUrl);
    response.status(status).type('application/problem+json').send(JSON.stringify(answer));
  };
}

/** Which names are the server's. One that other machines reach and that lists none leaves it to the proxy before it. */
function ownNames({ HOST, ALLOW_HOSTS }: Settings): (name: string) => boolean {
  const bound = nameOf(HOST.includes(':') ? `[${HOST}]` : HOST) ?? HOST;
  const isLocal = LOOPBACK.includes(bound) || /^127\./.test(bound);
  if (!isLocal && ALLOW_HOSTS.length === 0) return () => true;
  const names = new Set([...LOOPBACK, bound, ...ALLOW_HOSTS.map((host) => nameOf(host))]);
  return (name) => names.has(name);
}

function foreignName({ path, headers }: Request, isOwnName: (name: string) => boolean): Refusal | null {
  if (HEALTH.test(path)) return null;
  const name = nameOf(headers.host ?? '');
  if (name !== null && isOwnName(name)) return null;
  const detail = `this server is not asked as ${JSON.stringify(headers.host ?? '')}; use 127.0.0.1 or localhost, or name the host in ALLOW_HOSTS`;
  return { status: 403, detail };
}

function foreignChange({ method, headers }: Request, { ALLOW_HOSTS }: Settings): Refusal | null {
  if (!CHANGES.has(method)) return null;
  const { host = '', origin } = headers;
  const isOwn = origin === undefined || isOwnOrigin(origin, host, ALLOW_HOSTS);
  if (!isOwn || headers['sec-fetch-site'] === 'cross-site')
    return { status: 403, detail: 'a page of another site may not change anything here' };
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/json') return null;
  return { status: 415, detail: 'send JSON with Content-Type: application/json' };
}

/** A proxy may ask by another name than the reader does, so the names that are allowed are own ones too. */
function isOwnOrigin(origin: string, asked: string, allowed: string[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, hostname } = new URL(origin);
  return host === asked.toLowerCase() || allowed.some((name) => nameOf(name) === hostname);
}

/** A host without its port, in lower case; null where it is none. */
function nameOf(host: string): string | null {
  const url = `http://${host}`;
  if (!/^[^/?#@\\\s]+$/.test(host) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/\.$/, '');
}
