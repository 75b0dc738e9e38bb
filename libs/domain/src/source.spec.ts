import { feedEntrySchema } from './source.js';
import { withoutCredentials } from './without-credentials.js';

describe('a feed of the configuration', () => {
  const read = (url: string) => feedEntrySchema.safeParse({ id: 'a', url });

  it('has no password in its address, which everyone could read', () => {
    for (const url of ['https://me:secret@x.test/rss', 'https://me@x.test/rss', 'http://:secret@x.test/']) {
      const { error } = read(url);
      expect(error?.issues[0]?.message).toMatch(/^a feed url has no user name or password .* leave out/);
    }
    for (const url of ['https://x.test/rss', 'HTTP://X.test/@me?a=b@c', 'https://x.test:8443/'])
      expect(read(url).data).toMatchObject({ url });
    expect(read('ftp://me:secret@x.test').success).toBe(false);
    expect(read('x.test').error?.issues).toHaveLength(1);
  });
});

describe('an address without credentials', () => {
  it('is what is left of one with them, and any other as it is written', () => {
    expect(withoutCredentials('https://me:secret@x.test/rss')).toBe('https://x.test/rss');
    for (const address of ['HTTPS://X.test', 'no address', ''])
      expect(withoutCredentials(address)).toBe(address);
  });
});
