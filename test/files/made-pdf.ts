import { Buffer } from 'node:buffer';

/** A PDF from its objects, the first of them its catalogue, with a table that leads to each. */
export function madePdf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (content: string | Buffer): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, n) => {
    places.push(at);
    put(`${n + 1} 0 obj\n`);
    put(object);
    put('\nendobj\n');
  });
  const table = at;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R ${trailer}>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A stream with the entries of its dictionary. */
export function stream(entries: string, content: string | Buffer): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A PDF of as many pages, each with a line of words. */
export function pdfOf(lines: string[]): Buffer {
  const kids = lines.map((_, n) => `${4 + 2 * n} 0 R`).join(' ');
  return madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${lines.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents ${5 + 2 * n} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      stream('', `BT /F1 18 Tf 20 100 Td (${line}) Tj ET`),
    ]),
  ]);
}
