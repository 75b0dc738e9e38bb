import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { isOwnAddress } from './own-address.js';
import { resolveHost } from './resolve-host.js';

const interfaces = {
  eth0: ['8.8.4.4', '2606:4700::1'].map((address) => ({ address }) as NetworkInterfaceInfo),
  none: undefined,
};

describe('an address of this machine', () => {
  it('is known as its own, however it is written', () => {
    for (const address of ['8.8.4.4', '::ffff:8.8.4.4', '2606:4700:0:0::1'])
      expect(isOwnAddress(address, interfaces)).toBe(true);
    for (const address of ['8.8.8.8', '2606:4700::2']) expect(isOwnAddress(address, interfaces)).toBe(false);
    const real = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    expect(real.every(({ address }) => isOwnAddress(address))).toBe(true);
  });

  it('is refused though it is a public one, unless it is wanted', async () => {
    const own = (address: string) => isOwnAddress(address, interfaces);
    const resolve = async () => ['1.1.1.1', '8.8.4.4'];
    await expect(resolveHost('here.test', false, resolve, own)).rejects.toMatchObject({
      kind: 'refused-address',
      message: 'here.test (8.8.4.4) is an address of this machine itself',
    });
    expect(await resolveHost('here.test', true, resolve, own)).toEqual(['1.1.1.1', '8.8.4.4']);
    expect(await resolveHost('there.test', false, async () => ['1.1.1.1'], own)).toEqual(['1.1.1.1']);
  });
});
