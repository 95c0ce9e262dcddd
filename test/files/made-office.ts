import { Buffer } from 'node:buffer';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A ZIP of texts and bytes by their paths. */
export function zipped(parts: Record<string, string | Uint8Array>): Buffer {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts))
    files[path] = [typeof content === 'string' ? strToU8(content) : content, { level: path === 'mimetype' ? 0 : 6 }];
  return Buffer.from(zipSync(files));
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A list of relations: type, target, and whether it lies outside. */
export function relations(list: [id: string, type: string, target: string, outside?: boolean][]): string {
  const lines = list.map(
    ([id, type, target, outside]) =>
      `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

const types = (path: string, type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

/** A Word file whose body is `body`; `more` adds parts or takes the place of some. */
export function docx(body: string, more: Record<string, string | Uint8Array> = {}): Buffer {
  return zipped({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${WORD}" xmlns:r="${TYPES}" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:w14="urn:w14" xmlns:mc="urn:mc" mc:Ignorable="w14"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** An Excel file with one sheet whose rows are `rows`. */
export function xlsx(rows: string, more: Record<string, string | Uint8Array> = {}, workbook = ''): Buffer {
  return zipped({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${TYPES}">${workbook}<sheets><sheet name="Budget" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}" xmlns:r="${TYPES}"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  });
}

/** A file of LibreOffice whose body is `body`. */
export function openDocument(
  type: 'text' | 'spreadsheet',
  body: string,
  more: Record<string, string | Uint8Array> = {},
): Buffer {
  return zipped({
    mimetype: `application/vnd.oasis.opendocument.${type}`,
    'content.xml': `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb" xmlns:dc="urn:dc" xmlns:draw="urn:d" xmlns:svg="urn:s" xmlns:xlink="urn:x"><office:body><office:${type}>${body}</office:${type}></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:m"/>',
    ...more,
  });
}

/** A ZIP whose list says another size of its last part than that part has. */
export function thatSays(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(size, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  return lying;
}
