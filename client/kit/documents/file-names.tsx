import type { NamedFile } from '../../../src/documents/visible-document.js';
import type { Ui } from '../ui.js';
import { titleOfDocument } from './file-facts.js';

interface FileNamesProps {
  ui: Ui;
  documents: readonly NamedFile[];
  /** Says so where there are none: others of the same history have some. */
  none?: boolean;
}

/** The files of one version in a history: their titles alone, since they may be gone. */
export function FileNames({ ui, documents, none = false }: FileNamesProps) {
  const words = ui.t.documents;
  if (documents.length === 0) return none ? <p class="ui meta">{words.noFiles}</p> : null;
  return <p class="ui meta">{words.filesOf(documents.map((each) => titleOfDocument(ui, each)).join(', '))}</p>;
}
