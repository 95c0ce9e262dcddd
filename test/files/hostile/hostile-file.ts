/** A file as somebody would send it who means harm, or whose disk has failed. */
export interface HostileFile {
  what: string;
  bytes: Buffer;
  /** What has to become of it where that is certain: `taken`, or why it is refused. */
  becomes?: string;
  /** What must stand nowhere in what is made of it. */
  never?: string;
}

export const hostile = (
  what: string,
  bytes: Uint8Array,
  more: Omit<HostileFile, 'what' | 'bytes'> = {},
): HostileFile => ({
  what,
  bytes: Buffer.from(bytes),
  ...more,
});
