import type { PDFDocument, PDFObject, PDFPage } from 'mupdf';
import type { Trace } from './cleaned.js';

/** What a PDF says of whoever made it, to be told to its author; all of it goes, whether it is found here or not. */
export function pdfTraces(pdf: PDFDocument): Set<Trace> {
  const found = new Set<Trace>();
  const info = pdf.getTrailer().get('Info');
  const root = pdf.getTrailer().get('Root');
  const says = (of: PDFObject, trace: Trace, ...keys: string[]): void => {
    if (of.isDictionary() && keys.some((key) => !of.get(key).isNull())) found.add(trace);
  };
  says(info, 'author', 'Author');
  says(info, 'program', 'Creator', 'Producer');
  says(info, 'dates', 'CreationDate', 'ModDate');
  says(root, 'program', 'Metadata');
  says(root, 'scripts', 'OpenAction', 'AA');
  says(root, 'attachments', 'Collection', 'AF');
  const names = root.isDictionary() ? root.get('Names') : root;
  says(names, 'scripts', 'JavaScript');
  says(names, 'attachments', 'EmbeddedFiles');
  if (pdf.countVersions() > 1) found.add('changes');
  return found;
}

const ATTACHED = new Set(['FileAttachment', 'Sound', 'Movie', 'RichMedia', '3D', 'Screen']);
const HIDDEN = 2 | 32;

/** Adds what the notes of a page say, and takes away those that are not shown or hold files: they are not drawn. */
export function annotationTraces(page: PDFPage, found: Set<Trace>): void {
  for (const note of page.getAnnotations()) {
    const type = note.getType();
    const isAttached = ATTACHED.has(type);
    if (isAttached) found.add('attachments');
    else if (type !== 'Link') found.add('comments');
    if (isAttached || type === 'Popup' || (note.getFlags() & HIDDEN) !== 0) page.deleteAnnotation(note);
  }
}
