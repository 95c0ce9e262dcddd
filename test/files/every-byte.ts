import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** All that a file says in any way: its bytes, and those of each stream or part that is packed in it. */
export function everyByte(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const said = [file.toString('latin1')];
  if (said[0]?.startsWith('PK')) {
    for (const [path, part] of Object.entries(unzipSync(file))) said.push(path, Buffer.from(part).toString('latin1'));
    return said.join('\n');
  }
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 7))
    try {
      said.push(inflateSync(file.subarray(at + 7), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // No packed stream: its bytes were looked through already.
    }
  return said.join('\n');
}
