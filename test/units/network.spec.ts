import { describe, expect, it } from '@jest/globals';
import { networkOf } from '../../src/visitors/network.js';

describe('the place on the network', () => {
  it('is one address of IPv4, however it is written', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:c000:207')).toBe('192.0.2.7');
  });

  it('is the /64 of IPv6, however it is written', () => {
    for (const address of [
      '2001:db8:1:2::1',
      '2001:DB8:1:2:ffff:ffff:ffff:ffff',
      '2001:0db8:0001:0002::',
      '2001:db8:1:2::1%eth0',
      '2001:db8:1:2::192.0.2.7',
    ])
      expect([address, networkOf(address)]).toEqual([address, '2001:db8:1:2']);
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  });
});
