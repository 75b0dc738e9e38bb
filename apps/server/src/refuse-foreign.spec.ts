import type { NextFunction, Request, Response } from 'express';
import { refuseForeign } from './refuse-foreign.js';

type Asked = { method?: string; path?: string; headers?: Record<string, string> };

const HERE = { HOST: '127.0.0.1', ALLOW_HOSTS: [] as string[] };
const JSON_TYPE = { 'content-type': 'application/json' };

/** The status and the detail of the refusal, or null for a request that goes on. */
function answerTo({ method = 'GET', path = '/api/v1/feeds', headers = {} }: Asked, settings = HERE) {
  const request = { method, path, originalUrl: path, headers: { host: '127.0.0.1:3000', ...headers } };
  let passed = false;
  let answer: { status: number; detail: string } | null = null;
  const response = {
    status: () => response,
    type: () => response,
    send: (body: string) => (answer = JSON.parse(body) as { status: number; detail: string }),
  };
  const next: NextFunction = () => void (passed = true);
  refuseForeign(settings)(request as unknown as Request, response as unknown as Response, next);
  expect(passed).toBe(answer === null);
  return answer as { status: number; detail: string } | null;
}

const post = (headers: Record<string, string>, settings = HERE) =>
  answerTo({ method: 'POST', headers }, settings)?.status ?? 'passed';
const get = (host: string, settings = HERE) => answerTo({ headers: { host } }, settings)?.status ?? 'passed';

describe('what would change something', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonp',
  ])('is refused as %s, which a form or a script of any page may send', (type) => {
    expect(answerTo({ method: 'POST', headers: { 'content-type': type } })).toMatchObject({
      ...{ status: 415, detail: 'send JSON with Content-Type: application/json' },
    });
  });

  it('is refused without a type, whatever the method', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(answerTo({ method })?.status).toBe(415);
  });

  it('goes on as JSON, from programs and from pages of this server', () => {
    expect(post(JSON_TYPE)).toBe('passed');
    expect(post({ 'content-type': 'Application/JSON; charset=utf-8' })).toBe('passed');
    const origin = 'http://127.0.0.1:3000';
    expect(post({ ...JSON_TYPE, origin, 'sec-fetch-site': 'same-origin' })).toBe('passed');
  });

  it.each(['https://evil.example', 'http://127.0.0.1:8080', 'http://127.0.0.1', 'null'])(
    'is refused from a page of %s',
    (origin) => expect(post({ ...JSON_TYPE, origin })).toBe(403),
  );

  it('is refused where the browser says that another site asks', () => {
    expect(post({ ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('goes on from a page of a name that is allowed, though a proxy asks by another', () => {
    const settings = { ...HERE, ALLOW_HOSTS: ['monitor.example'] };
    const headers = { ...JSON_TYPE, origin: 'https://monitor.example' };
    expect([post(headers, settings), post(headers)]).toEqual(['passed', 403]);
  });
});

describe('a request by name', () => {
  it('is answered by the names of this machine, with any port', () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', 'LocalHost', 'localhost.:1', '[::1]:3000'])
      expect(get(host)).toBe('passed');
  });

  it.each([
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '169.254.169.254',
    '',
    'x/y@localhost',
  ])('is refused by the name %p, at which a page may have put this machine', (host) =>
    expect(get(host)).toBe(403),
  );

  it('is answered by the address that is listened at, and by the names that are allowed', () => {
    const settings = { HOST: '10.0.0.7', ALLOW_HOSTS: ['Monitor.example'] };
    expect(get('10.0.0.7:3000', settings)).toBe('passed');
    expect(get('monitor.EXAMPLE', settings)).toBe('passed');
    expect(get('evil.example', settings)).toBe(403);
    expect(get('[fd00::7]:3000', { HOST: 'fd00::7', ALLOW_HOSTS: ['x.example'] })).toBe('passed');
  });

  it('is left to the proxy where other machines may ask and no name is allowed', () => {
    expect(get('monitor.example', { HOST: '0.0.0.0', ALLOW_HOSTS: [] })).toBe('passed');
    expect(get('evil.example', { HOST: '127.0.0.2', ALLOW_HOSTS: [] })).toBe(403);
  });

  it('is answered to probes whatever they call it', () => {
    for (const path of ['/health/live', '/health/ready'])
      expect(answerTo({ path, headers: { host: '10.1.2.3:3000' } })).toBeNull();
    expect(answerTo({ path: '/health/live/../api', headers: { host: '10.1.2.3' } })?.status).toBe(403);
  });
});
