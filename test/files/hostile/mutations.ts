import { hostile, type HostileFile } from './hostile-file.js';

/** Numbers below a bound, the same ones each time, so that a file that did harm can be made again. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32, which needs no more than 32 bits.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer;

const anywhere = ({ length }: Buffer, dice: Dice): number => dice(Math.max(1, length));
/** More often near the beginning, where the kinds of files say what they are and how large. */
const early = ({ length }: Buffer, dice: Dice): number =>
  dice(Math.max(1, dice(3) === 0 ? length : Math.min(length, 200)));

const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut off': (bytes, dice) => bytes.subarray(0, anywhere(bytes, dice)),
  'without its head': (bytes, dice) => bytes.subarray(1 + dice(64)),
  doubled: (bytes) => Buffer.concat([bytes, bytes]),
  'with other bits': (bytes, dice) =>
    changed(bytes, (copy) => {
      for (let times = 1 + dice(30); times > 0; times--) {
        const at = early(copy, dice);
        copy[at] = (copy[at] ?? 0) ^ (1 << dice(8));
      }
    }),
  'with other bytes': (bytes, dice) =>
    changed(bytes, (copy) => {
      for (let times = 1 + dice(20); times > 0; times--) copy[anywhere(copy, dice)] = dice(256);
    }),
  'with a wrong size': (bytes, dice) =>
    changed(bytes, (copy) => {
      const size = [0, 0xffffffff, 0x7fffffff, 0x80000000, 1][dice(5)] ?? 0;
      if (copy.length > 4) copy.writeUInt32BE(size, Math.min(early(copy, dice), copy.length - 4));
    }),
  'with wrong numbers': (bytes, dice) => {
    const text = bytes.toString('latin1');
    const digits = ['0', '-1', '999999999', '4294967296', '1e99'][dice(5)] ?? '0';
    const found = [...text.matchAll(/\d+/g)];
    const one = found[dice(Math.max(1, found.length))];
    if (one === undefined) return bytes.subarray(1);
    return Buffer.from(text.slice(0, one.index) + digits + text.slice(one.index + one[0].length), 'latin1');
  },
  'with a hole': (bytes, dice) => {
    const at = anywhere(bytes, dice);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice(400))]);
  },
  'with a part of zeros': (bytes, dice) => changed(bytes, (copy) => void copy.fill(0, anywhere(copy, dice)).length),
  'with a part many times': (bytes, dice) => {
    const at = anywhere(bytes, dice);
    const part = bytes.subarray(at, at + 1 + dice(300));
    return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: 200 }, () => part), bytes.subarray(at)]);
  },
  'with another file in it': (bytes, dice, other) => {
    const at = anywhere(bytes, dice);
    return Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]);
  },
  'that goes on as another file': (bytes, dice, other) =>
    Buffer.concat([bytes.subarray(0, anywhere(bytes, dice)), other.subarray(anywhere(other, dice))]),
};

/** So many files that came of well-made ones, each kind of harm in its turn. */
export function mutated(
  wellMade: Readonly<Record<string, Buffer>>,
  count: number,
  { seed, other }: { seed: number; other: Buffer },
): HostileFile[] {
  const dice = diceOf(seed);
  const [files, ways] = [Object.entries(wellMade), Object.entries(MUTATIONS)];
  return Array.from({ length: count }, (_, nth) => {
    const [name, bytes] = files[nth % files.length] ?? ['', Buffer.alloc(0)];
    const [way, mutate] = ways[nth % ways.length] ?? ['', () => bytes];
    return hostile(`${name} ${way}, number ${nth}`, mutate(bytes, dice, other));
  });
}
