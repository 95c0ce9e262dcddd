/** A font file as its tables: OpenType's directory says where each of them begins and how long it is. */
interface Entry {
  at: number;
  from: number;
  length: number;
}

function directoryOf(font: Buffer): Map<string, Entry> {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      return [
        font.toString('latin1', at, at + 4),
        { at, from: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) },
      ];
    }),
  );
}

function tableOf(font: Buffer, tag: string): Buffer {
  const entry = directoryOf(font).get(tag);
  if (entry === undefined) throw new Error(`The font has no table ${tag}.`);
  return font.subarray(entry.from, entry.from + entry.length);
}

/** Whether the font has a sign for each code point: read from the table of its whole range, or of its first 65,536. */
export function signsOf(font: Buffer): (code: number) => boolean {
  const cmap = tableOf(font, 'cmap');
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const ranges = offsets.flatMap((at) => {
    const format = cmap.readUInt16BE(at);
    return format === 12 ? wideRanges(cmap, at) : format === 4 ? narrowRanges(cmap, at) : [];
  });
  return (code) => ranges.some(([first, last]) => first <= code && code <= last);
}

function wideRanges(cmap: Buffer, at: number): [number, number][] {
  return Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)];
  });
}

/** Segments; in one with an offset each code point has an entry of its own, which may say that there is no sign. */
function narrowRanges(cmap: Buffer, at: number): [number, number][] {
  const bytes = cmap.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + bytes, at + 16 + 2 * bytes, at + 16 + 3 * bytes];
  const ranges: [number, number][] = [];
  for (let step = 0; step < bytes; step += 2) {
    const [first, last] = [cmap.readUInt16BE(starts + step), cmap.readUInt16BE(ends + step)];
    const [delta, offset] = [cmap.readUInt16BE(deltas + step), cmap.readUInt16BE(offsets + step)];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const entry = offsets + step + offset + 2 * (code - first);
      const sign = offset === 0 ? (code + delta) & 0xffff : cmap.readUInt16BE(entry);
      if (sign !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const WINDOWS = [3, 1, 0x409] as const;

/**
 * The same font under another family: the typesetter looks at the fonts of the machine, too, and takes whichever has
 * the name that it was asked for. Under a name that no font of the world has, only ours can answer.
 */
export function renamed(font: Buffer, family: string): Buffer {
  const directory = directoryOf(font);
  const entry = directory.get('name');
  if (entry === undefined) throw new Error('The font has no names.');
  const names = tableOf(font, 'name');
  const texts = names.readUInt16BE(4);
  const records = Array.from({ length: names.readUInt16BE(2) }, (_, index) => {
    const at = 6 + index * 12;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((by) =>
      names.readUInt16BE(at + by),
    ) as [number, number, number, number, number, number];
    const from = texts + offset;
    return { key: [platform, encoding, language] as const, id, text: names.subarray(from, from + length) };
  });
  const kept = records.filter(({ key, id }) => id !== FAMILY && id !== TYPOGRAPHIC_FAMILY && key[0] === WINDOWS[0]);
  const named = [{ key: WINDOWS, id: FAMILY, text: Buffer.from(family, 'utf16le').swap16() }, ...kept];
  const table = namesFrom(named.sort((one, other) => one.id - other.id));
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const whole = Buffer.concat([font, padding, table]);
  whole.writeUInt32BE(font.length + padding.length, entry.at + 8);
  whole.writeUInt32BE(table.length, entry.at + 12);
  return whole;
}

function namesFrom(records: { key: readonly number[]; id: number; text: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + records.length * 12);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(({ key, id, text }, index) => {
    [...key, id, text.length, offset].forEach((value, place) => head.writeUInt16BE(value, 6 + index * 12 + place * 2));
    offset += text.length;
  });
  return Buffer.concat([head, ...records.map(({ text }) => text)]);
}
