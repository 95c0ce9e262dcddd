import type { CleanFile } from './cleaned.js';
import { cleanWords } from './plain-words.js';
import { recognise } from './recognise.js';

/**
 * Makes a file anew from what somebody sent, by what its bytes say it is. To be called where a crash costs nothing: in
 * the process of src/uploads/cleaning/process.ts, which ends with its file; so each format loads its own libraries and
 * no others. @throws Refused with the reason
 */
export async function clean(bytes: Uint8Array): Promise<CleanFile & { page?: Buffer; small?: Buffer }> {
  const format = await recognise(bytes);
  switch (format) {
    case 'picture':
      return (await import('./picture.js')).cleanPicture(bytes);
    case 'pdf':
      return (await import('./pdf.js')).cleanPdf(bytes);
    case 'docx':
    case 'xlsx':
    case 'odt':
    case 'ods':
      return (await import('./office/clean-office.js')).cleanOffice(bytes, format);
    case 'words':
      return cleanWords(bytes);
  }
}
