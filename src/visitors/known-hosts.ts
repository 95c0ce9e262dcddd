import { isIP } from 'node:net';

export interface NamedHosts {
  publicUrl: string;
  /** Further names by which the forum is reached. */
  hosts: readonly string[];
}

/**
 * Under which names the forum answers: the public one, those of HOSTS, this machine's own, and the very address that
 * was connected to. Any other is a mistake of a proxy, or a page elsewhere whose name was made to lead here, so that a
 * browser takes our answers for its own (DNS rebinding).
 */
export class KnownHosts {
  private readonly names: ReadonlySet<string>;
  /** As most requests spell it, with its port where it has one: found without taking it apart. */
  private readonly usual: string;

  constructor({ publicUrl, hosts }: NamedHosts) {
    const { host, hostname } = new URL(publicUrl);
    this.names = new Set([hostname, ...hosts]);
    this.usual = host;
  }

  /**
   * `host` as a request names it, with or without a port; `localAddress` is the address of this machine that it came
   * to, for which the system is asked, so that it is read only where it decides.
   */
  knows(host: string | undefined, socket: { readonly localAddress?: string | undefined }): boolean {
    if (host === this.usual) return true;
    const name = nameIn(host ?? '');
    return name !== null && (this.names.has(name) || isLoopback(name) || isThat(name, socket.localAddress));
  }
}

const PLAIN = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d{1,5})?$/;

/** As a URL spells it, in lower case and without its port; null for what is no host. */
function nameIn(host: string): string | null {
  const plain = PLAIN.exec(host);
  if (plain?.[1] !== undefined) return plain[1];
  if (!/^[^/?#@\s]+$/.test(host) || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/\.$/, '');
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

function isThat(name: string, address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  return name === (isIP(plain) === 6 ? new URL(`http://[${plain}]`).hostname : plain);
}
