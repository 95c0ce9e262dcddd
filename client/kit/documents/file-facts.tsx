import type { FileKind } from '../../../src/documents/visible-document.js';
import type { Trace } from '../../../src/uploads/cleaning/cleaned.js';
import type { Ui } from '../ui.js';

/** What a file without a title is called; nobody knows the kind of one that is not there any more. */
export function titleOfDocument(ui: Ui, { title, kind }: { title: string; kind: FileKind | null }): string {
  const { untitled, unknown } = ui.t.documents;
  if (title !== '') return title;
  return kind === null ? unknown : untitled[kind];
}

interface Measured {
  kind: FileKind | null;
  extension: string | null;
  size: number;
  pages: number | null;
}

/** « PDF, 12 pages, 340 ko ». */
export function measures(ui: Ui, { kind, extension, size, pages }: Measured): string {
  const { documents } = ui.t;
  const what = kind === null ? '' : kind === 'picture' ? documents.kinds.picture : (extension ?? '').toUpperCase();
  return [what, pages === null ? '' : documents.pages(pages), documents.size(size)]
    .filter((each) => each !== '')
    .join(', ');
}

/** The same beside the name of the file: where it has no title, that of a picture or a PDF says its kind already. */
export function measuresBeside(ui: Ui, title: string, file: Measured): string {
  const isSaid = title === '' && (file.kind === 'picture' || file.kind === 'pdf');
  return measures(ui, isSaid ? { ...file, kind: null } : file);
}

/** How many pages there are to read here: of what has no pages, one. */
export function pagesToRead({ pages }: { pages: number | null }): number {
  return Math.max(1, pages ?? 1);
}

/** What a file said of whoever made it, and no longer does. */
export function Removed({ ui, removed }: { ui: Ui; removed: readonly Trace[] }) {
  const { documents } = ui.t;
  if (removed.length === 0) return null;
  return <p class="hint">{documents.removed(removed.map((trace) => documents.traces[trace]).join(', '))}</p>;
}
