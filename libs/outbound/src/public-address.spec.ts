import fc from 'fast-check';
import { isPublicAddress, plainAddress } from './public-address.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.0.6.139', '2a00:1450:4001:830::200e', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'accepts %s of the public internet',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '0.1.2.3'],
    ['unspecified', '::'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['private', 'fd00::1'],
    ['shared', '100.64.0.1'],
    ['link-local', '169.254.1.1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['metadata', '169.254.169.254'],
    ['metadata', '100.100.100.200'],
    ['metadata', '168.63.129.16'],
    ['metadata', '192.0.0.192'],
    ['metadata', 'fd00:ec2::254'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['benchmark', '198.18.0.1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped', '::ffff:a00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64', '64:ff9b::8.8.8.8'],
    ['local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['AMT', '192.52.193.1'],
    ['AS112', '192.31.196.1'],
    ['AS112', '192.175.48.1'],
    ['6to4 relay', '192.88.99.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['documentation', '2001:db8:ffff::1'],
    ['benchmark', '198.19.255.255'],
    ['benchmark', '2001:2::1'],
    ['protocol assignment', '192.0.0.1'],
    ['protocol assignment', '2001:1::1'],
    ['ORCHID', '2001:10::1'],
    ['ORCHID', '2001:20::1'],
    ['segment routing', '5f00::1'],
    ['discard', '100::1'],
    ['AS112', '2620:4f:8000::1'],
    ['former 6bone', '3ffe::1'],
    ['shared', '100.127.255.255'],
    ['multicast', '239.255.255.255'],
    ['multicast', 'ff05::2'],
    ['private', '10.255.255.255'],
    ['private', 'fc00::1'],
    ['6to4', '2002:0808:0808::1'],
    ['Teredo', '2001::808:808'],
    ['ISATAP', '2a00:1450::5efe:10.0.0.1'],
    ['ISATAP', '2a00:1450::200:5efe:8.8.8.8'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['unallocated', '4000::1'],
    ['unallocated', 'e000::1'],
  ])('refuses the %s address %s', (_kind, address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '2001:200::1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '198.17.0.1',
    '11.0.0.1',
  ])('accepts %s, which is next to a range that is refused', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each(['', 'localhost', 'example.org', '1.2.3.4.5', '::g'])('refuses %p, which is no address', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );

  it('judges an IPv4-mapped address as the IPv4 address in it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        expect(isPublicAddress(`::ffff:${v4}`)).toBe(isPublicAddress(v4));
      }),
    );
  });
});

describe('plainAddress', () => {
  it('gives one spelling for all forms of an address', () => {
    expect(plainAddress('::ffff:7f00:1')).toBe('127.0.0.1');
    expect(plainAddress('0:0:0:0:0:0:0:1')).toBe('::1');
    expect(plainAddress('no address')).toBeNull();
  });
});
