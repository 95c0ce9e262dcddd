import type { CleanFile } from './cleaned.js';
import { unpack } from './office/archive.js';
import { cleanDocx } from './office/docx.js';
import { cleanOpenDocument } from './office/open-document.js';
import { cleanXlsx } from './office/xlsx.js';
import { cleanWords } from './plain-words.js';
import { recognise } from './recognise.js';

/**
 * A file made anew from what somebody sent, by what its bytes say it is. To be called where a fault costs nothing: in
 * the process of src/uploads/cleaning/process.ts. @throws Refused with the reason
 */
export async function clean(bytes: Uint8Array): Promise<CleanFile & { page?: Buffer; small?: Buffer }> {
  const format = await recognise(bytes);
  switch (format) {
    case 'picture':
      return (await import('./picture.js')).cleanPicture(bytes);
    case 'pdf':
      return (await import('./pdf.js')).cleanPdf(bytes);
    case 'docx':
      return cleanDocx(unpack(bytes));
    case 'xlsx':
      return cleanXlsx(unpack(bytes));
    case 'odt':
    case 'ods':
      return cleanOpenDocument(unpack(bytes), format);
    case 'words':
      return cleanWords(bytes);
  }
}
