import { inflateSync } from 'node:zlib';
import type { PDFDocument, PDFObject } from 'mupdf';
import { stripContent } from './content-stream.js';
import { stripJpeg2000 } from './jpeg-2000.js';
import { stripJpeg } from './jpeg.js';

/** Dictionaries whose keys are names that the file chose, so that none of them means anything. */
const NAMES = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'CharProcs'];
const NEVER = [
  ...['Metadata', 'PieceInfo', 'LastModified', 'AF', 'OPI', 'Measure', 'PtData', 'VP', 'Properties', 'OC', 'AA'],
  ...['StructParent', 'StructParents', 'Alternates', 'Ref', 'Author', 'CreationDate', 'ModDate', 'Thumb', 'Annots'],
  ...['Creator', 'Producer', 'Title', 'Info', 'JS', 'JavaScript', 'EmbeddedFiles', 'SeparationInfo', 'ID', 'Tabs'],
];
const OF_PICTURE = new Set([
  ...['Type', 'Subtype', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'Intent', 'ImageMask', 'Mask'],
  ...['Decode', 'Interpolate', 'SMask', 'SMaskInData', 'Matte', 'Filter', 'DecodeParms', 'Length'],
]);
const OF_FORM = new Set([
  ...['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'Filter', 'DecodeParms', 'Length'],
]);
const DEVICE: Record<number, string> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/**
 * Takes out of every object of a PDF that `graftPage` has filled what says something beside what it draws.
 * @returns whether a picture was met that cannot be cleaned where it is; then the pages have to become pictures.
 */
export function scrubPdf(pdf: PDFDocument): boolean {
  const named = new Set<number>();
  const contents = new Set<number>();
  const count = pdf.countObjects();
  const each = (visit: (object: PDFObject, number: number) => void): void => {
    for (let number = 1; number < count; number++) {
      const object = pdf.newIndirect(number);
      if (!object.isNull()) visit(object, number);
    }
  };
  each((object, number) => {
    if (!object.isDictionary()) return;
    for (const key of NAMES) noteNames(object.get(key), key, named, contents);
    if (isContent(object)) contents.add(number);
    if (object.get('Type').isName() && object.get('Type').asName() === 'Page') joinContents(pdf, object, contents);
  });
  let isHopeless = false;
  each((object, number) => {
    if (object.isArray()) replaceProfile(pdf, object, (colours) => object.writeObject(colours));
    scrub(pdf, object, named.has(number));
    if (!object.isStream()) return;
    if (subtype(object) === 'Image') cleanImage(object);
    else if (contents.has(number)) {
      const { bytes, hasInlineJpeg } = stripContent(object.readStream().asUint8Array());
      isHopeless ||= hasInlineJpeg;
      object.writeStream(bytes);
    }
  });
  return isHopeless;
}

function noteNames(names: PDFObject, key: string, named: Set<number>, contents: Set<number>): void {
  if (!names.isDictionary()) return;
  if (names.isIndirect()) named.add(names.asIndirect());
  if (key !== 'CharProcs') return;
  names.forEach((glyph) => void (glyph.isIndirect() && contents.add(glyph.asIndirect())));
}

function isContent(object: PDFObject): boolean {
  return object.isStream() && (subtype(object) === 'Form' || object.get('PatternType').valueOf() === 1);
}

function subtype(object: PDFObject): string {
  const name = object.get('Subtype');
  return name.isName() ? name.asName() : '';
}

/** Joins the streams of a page: together they are one text, which may be cut in the middle of a command. */
function joinContents(pdf: PDFDocument, page: PDFObject, contents: Set<number>): void {
  const said = page.get('Contents');
  if (said.isArray()) {
    const parts: Buffer[] = [];
    said.forEach((part) => {
      if (part.isStream()) parts.push(Buffer.from(part.readStream().asUint8Array()), Buffer.from('\n'));
    });
    const { bytes } = stripContent(Buffer.concat(parts));
    page.put('Contents', pdf.addStream(bytes, {}));
  } else if (said.isIndirect()) contents.add(said.asIndirect());
}

/** Replaces a colour profile, which has the name of a screen or of whoever made it, by its number of colours. */
function replaceProfile(pdf: PDFDocument, colours: PDFObject, put: (instead: PDFObject) => void): boolean {
  if (colours.length !== 2 || !colours.get(0).isName() || colours.get(0).asName() !== 'ICCBased') return false;
  const device = DEVICE[Number(colours.get(1, 'N').valueOf())];
  if (device !== undefined) put(pdf.newName(device));
  return true;
}

function scrub(pdf: PDFDocument, object: PDFObject, isNames: boolean, depth = 0): void {
  if (depth > 50) return;
  if (object.isDictionary()) {
    if (!isNames) for (const key of NEVER) object.delete(key);
    const allowed = !object.isStream() ? null : subtype(object) === 'Image' ? OF_PICTURE : OF_FORM;
    const isKnown = object.isStream() && ['Image', 'Form'].includes(subtype(object));
    const keys: string[] = [];
    object.forEach((_, key) => void keys.push(String(key)));
    for (const key of keys) {
      if (isKnown && allowed?.has(key) === false) object.delete(key);
      else inner(pdf, object, key, depth);
    }
  } else if (object.isArray()) for (let n = 0; n < object.length; n++) inner(pdf, object, n, depth);
}

function inner(pdf: PDFDocument, object: PDFObject, key: string | number, depth: number): void {
  const value = object.get(key);
  if (value.isIndirect()) return;
  if (value.isArray() && replaceProfile(pdf, value, (colours) => void object.put(key, colours))) return;
  if (value.isArray() || value.isDictionary())
    scrub(pdf, value, typeof key === 'string' && NAMES.includes(key), depth + 1);
}

/**
 * Keeps the picture as it is, without what its own format says beside it. Where that cannot be done, it is stored as
 * pixels.
 */
function cleanImage(image: PDFObject): void {
  const filters = filtersOf(image);
  const raw = (): Uint8Array => image.readRawStream().asUint8Array();
  if (filters.length === 1 && filters[0] === 'DCTDecode') image.writeRawStream(stripJpeg(raw()));
  else if (filters.length === 1 && filters[0] === 'JPXDecode') image.writeRawStream(stripJpeg2000(raw()));
  else if (filters.length === 2 && filters[0] === 'FlateDecode' && filters[1] === 'DCTDecode') {
    image.put('Filter', 'DCTDecode');
    image.delete('DecodeParms');
    image.writeRawStream(stripJpeg(inflateSync(raw(), { maxOutputLength: 60_000_000 })));
  } else if (filters.some((filter) => ['DCTDecode', 'JBIG2Decode', 'JPXDecode'].includes(filter)))
    image.writeStream(image.readStream());
}

function filtersOf(image: PDFObject): string[] {
  const said = image.get('Filter');
  if (said.isName()) return [said.asName()];
  const names: string[] = [];
  if (said.isArray()) said.forEach((filter) => void names.push(filter.isName() ? filter.asName() : ''));
  return names;
}
