import { hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { networkOf } from './network.js';

export interface Proxies {
  publicUrl: string;
  proxies: readonly string[];
}

const DAY = 86_400_000;

/**
 * The proxies whose X-Forwarded-For is believed. A forum with an https name has a proxy before it, on the same machine
 * unless the settings name another.
 */
export function trustedProxies({ proxies, publicUrl }: Proxies): readonly string[] {
  if (proxies.length > 0) return proxies;
  return publicUrl.startsWith('https:') ? ['127.0.0.1', '::1'] : [];
}

/**
 * The place on the network that a request of the bare server comes from, and a name for it that does not contain the
 * address: a hash with a key that stays in memory for a day at most, so that nobody can find out later who was here.
 */
export class Places {
  private readonly trusted = new BlockList();
  /**
   * A secret. It is put before the network, and both are hashed by one call: createHmac would make an object for each
   * name, which costs more and is freed by a full garbage collection only.
   */
  private key = randomBytes(32).toString('base64url');
  private until = 0;

  constructor(proxies: Proxies) {
    for (const proxy of trustedProxies(proxies)) {
      const [address = '', bits] = proxy.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.trusted.addAddress(address, family);
      else this.trusted.addSubnet(address, Number(bits), family);
    }
  }

  /** Of a network that `networkOf` has told. */
  nameOf(network: string): string {
    if (performance.now() > this.until) {
      this.until = performance.now() + DAY;
      this.key = randomBytes(32).toString('base64url');
    }
    return hash('sha256', `${this.key}\0${network}`, 'base64url').slice(0, 16);
  }

  /** The network itself, which costs a fifth of the name. Only for what is forgotten with the request. */
  networkOf(request: IncomingMessage): string {
    return networkOf(this.addressOf(request));
  }

  /**
   * The last address in the header that is no proxy of ours: the addresses before it may have been invented by the
   * sender.
   */
  private addressOf({ socket, headers }: IncomingMessage): string {
    const forwarded = [headers['x-forwarded-for'] ?? []]
      .flat()
      .join(',')
      .split(',')
      .map((part) => part.trim());
    let address = socket.remoteAddress ?? '';
    while (this.trusts(address)) {
      const before = forwarded.pop();
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return address;
  }

  private trusts(address: string): boolean {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
    return isIP(plain) !== 0 && this.trusted.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  }
}
