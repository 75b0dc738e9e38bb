import { firstHop, nextHop } from './hop.js';

const get = (url: string, headers: Record<string, string> = {}) => firstHop('GET', url, headers, null);
const post = (url: string) => firstHop('POST', url, {}, '{}');

describe('firstHop', () => {
  it('turns credentials of the URL into a header and takes them out of the URL', () => {
    const hop = get('http://reader:p%40ss@example.org/feed#top');
    expect(hop.url.href).toBe('http://example.org/feed');
    expect(hop.headers['authorization']).toBe(`Basic ${Buffer.from('reader:p@ss').toString('base64')}`);
  });

  it('takes a percent sign in a password that escapes nothing as it stands', () => {
    const hop = get('http://reader:50%@example.org/');
    expect(hop.headers['authorization']).toBe(`Basic ${Buffer.from('reader:50%').toString('base64')}`);
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'example.org/feed', ''])(
    'refuses %p',
    (url) => expect(() => get(url)).toThrow(expect.objectContaining({ kind: 'protocol' })),
  );
});

describe('nextHop', () => {
  it.each([301, 302, 303, 307, 308])(
    'follows %i of a GET, relative to the address that answered',
    (status) => {
      expect(nextHop(get('http://a.example/x/feed'), status, '../y?z=1')?.url.href).toBe(
        'http://a.example/y?z=1',
      );
    },
  );

  it.each([200, 300, 304, 305, 404])('does not follow %i', (status) => {
    expect(nextHop(get('http://a.example/'), status, 'http://b.example/')).toBeNull();
  });

  it('does not follow a redirect to nowhere', () => {
    expect(nextHop(get('http://a.example/'), 302, undefined)).toBeNull();
  });

  it('refuses a redirect out of http', () => {
    const hop = get('http://a.example/');
    expect(() => nextHop(hop, 302, 'file:///etc/passwd')).toThrow(
      expect.objectContaining({ kind: 'protocol' }),
    );
  });

  it('keeps the body of a POST with 307 and 308, and follows no other', () => {
    const hop = post('http://a.example/');
    expect(nextHop(hop, 307, '/b')).toMatchObject({ method: 'POST', body: '{}' });
    expect(nextHop(hop, 308, '/b')).toMatchObject({ method: 'POST', body: '{}' });
    for (const status of [301, 302, 303]) expect(nextHop(hop, status, '/b')).toBeNull();
  });

  it('leaves credentials behind when host, port or scheme change, and other headers not', () => {
    const headers = {
      Authorization: 'Bearer 1',
      Cookie: 'a=1',
      'Proxy-Authorization': 'x',
      Accept: 'text/xml',
    };
    const hop = get('https://a.example/', headers);
    expect(Object.keys(nextHop(hop, 302, '/b')?.headers ?? {})).toHaveLength(4);
    for (const other of ['https://b.example/', 'https://a.example:444/', 'http://a.example/']) {
      expect(nextHop(hop, 302, other)?.headers).toEqual({ accept: 'text/xml' });
    }
  });

  it('makes no credentials of those in the address that it is sent to', () => {
    const next = nextHop(get('http://a.example/'), 302, 'http://user:pass@b.example/');
    expect(next?.url.href).toBe('http://b.example/');
    expect(next?.headers).toEqual({});
  });
});
