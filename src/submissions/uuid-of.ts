import { hash } from 'node:crypto';

/** A UUID of version 8, whose bits are ours to choose: the same for the same content. */
export function uuidOf(content: Buffer | string): string {
  const bytes = hash('sha256', content, 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
