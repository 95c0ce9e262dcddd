import { isIPv6 } from 'node:net';

/**
 * The place on the network that an address stands for: one IPv4 address, or the /64 of an IPv6 address, since whoever
 * has one of these has all of them. Only used to name a bucket (limits.ts). A connection that is gone already has no
 * address: all of these are one place.
 */
export function networkOf(address: string | undefined): string {
  const plain = address?.split('%')[0] ?? '';
  if (!isIPv6(plain)) return plain;
  const groups = expand(plain);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!mapped)
    return groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':');
  const [high, low] = [groups[6] ?? 0, groups[7] ?? 0];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address. */
function expand(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text =
    dotted === null
      ? address
      : `${dotted[1]}${hex(Number(dotted[2]), Number(dotted[3]))}:${hex(Number(dotted[4]), Number(dotted[5]))}`;
  const [head = '', tail] = text.split('::');
  const groups = (part: string): number[] =>
    part
      .split(':')
      .filter((group) => group !== '')
      .map((group) => parseInt(group, 16));
  const [before, after] = [groups(head), groups(tail ?? '')];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function hex(high: number, low: number): string {
  return ((high << 8) | low).toString(16);
}
