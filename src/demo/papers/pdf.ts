import { Buffer } from 'node:buffer';

/** Signs that the encoding of these fonts has elsewhere than Latin-1. */
const SIGNS: Readonly<Record<string, number>> = { '’': 0x92, '–': 0x96, '…': 0x85, œ: 0x9c, '€': 0x80 };

/** Who made a file and with what, as programs write it into it: removed when it is sent. */
const INFO = '<</Author(Secretariat general)/Creator(Traitement de texte)/Producer(Imprimante virtuelle)>>';

/** A letter on A4, a list of lines for each page; the first one of a page is its heading. */
export function pdfOf(pages: readonly (readonly string[])[]): Buffer {
  const kids = pages.map((_, n) => `${6 + 2 * n} 0 R`).join(' ');
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>',
    INFO,
    ...pages.flatMap((lines, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + 2 * n} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>`,
      streamOf('', Buffer.from(`BT ${lines.map(lineOf).join(' ')} ET`, 'latin1')),
    ]),
  ]);
}

/** Pages that are pictures, as a scanner makes them: JPEGs of `width` by `height`. */
export function pdfOfPictures(pictures: readonly { bytes: Uint8Array; width: number; height: number }[]): Buffer {
  const kids = pictures.map((_, n) => `${6 + 3 * n} 0 R`).join(' ');
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pictures.length}>>`,
    'null',
    'null',
    INFO,
    ...pictures.flatMap(({ bytes, width, height }, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + 3 * n} 0 R/Resources<</XObject<</I ${8 + 3 * n} 0 R>>>>>>`,
      streamOf('', Buffer.from('q 595 0 0 842 0 0 cm /I Do Q')),
      streamOf(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
        Buffer.from(bytes),
      ),
    ]),
  ]);
}

function lineOf(line: string, at: number): string {
  const [font, size] = at === 0 ? ['F2', 16] : ['F1', 12];
  return `/${font} ${size} Tf 1 0 0 1 70 ${770 - 24 * at} Tm (${escaped(line)}) Tj`;
}

function escaped(text: string): string {
  return Array.from(text, (sign) => {
    const code = SIGNS[sign] ?? sign.codePointAt(0) ?? 0;
    const plain = code < 0x80 && !'()\\'.includes(sign);
    return plain ? sign : `\\${code.toString(8).padStart(3, '0')}`;
  }).join('');
}

function streamOf(entries: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** The first object is the catalogue, the fifth what the file says of itself. */
function pdfFrom(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const places = objects.map((object, n) => {
    const part = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    at += part.length;
    return at - part.length;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 5 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
