import type { CleanFile } from '../cleaned.js';
import { unpack } from './archive.js';
import { cleanDocx } from './docx.js';
import { cleanOpenDocument } from './open-document.js';
import { cleanXlsx } from './xlsx.js';

/** A file of an office suite made anew: all of them are parts in an archive. @throws Refused */
export function cleanOffice(bytes: Uint8Array, format: 'docx' | 'xlsx' | 'odt' | 'ods'): Promise<CleanFile> {
  const parts = unpack(bytes);
  if (format === 'docx') return cleanDocx(parts);
  if (format === 'xlsx') return cleanXlsx(parts);
  return cleanOpenDocument(parts, format);
}
