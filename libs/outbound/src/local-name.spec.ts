import { isLocalName, plainHost } from './local-name.js';

describe('isLocalName', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'feeds.localhost',
    'a.b.localhost..',
    'localhost.localdomain',
    'printer.local',
    'metadata.google.internal',
    'router.home.arpa',
    'nas.lan',
  ])('knows %p as a name of the machine or its network', (host) => expect(isLocalName(host)).toBe(true));

  it.each(['example.org', 'localhost.example.org', 'mylocalhost', 'local.news', 'arpa', ''])(
    'leaves %p to the resolver',
    (host) => expect(isLocalName(host)).toBe(false),
  );
});

describe('plainHost', () => {
  it('gives one spelling', () => expect(plainHost('Example.ORG..')).toBe('example.org'));
});
