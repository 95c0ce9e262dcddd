import type { PostDocument } from '../../../src/documents/visible-document.js';
import { documentAddress, documentFile } from '../address.js';
import type { Ui } from '../ui.js';
import { measuresBeside, titleOfDocument } from './file-facts.js';

interface PostDocumentsProps {
  ui: Ui;
  documents: readonly PostDocument[];
}

/** « Délibération, Commune de Metz, 29 septembre 2026 ». */
export function whence(
  ui: Ui,
  { nature, source, dated }: { nature: string; source: string; dated: string | null },
): string[] {
  const natures: Record<string, string> = ui.t.documents.natures;
  return [nature === 'other' ? '' : (natures[nature] ?? ''), source, dated === null ? '' : ui.dates.day(dated)].filter(
    (each) => each !== '',
  );
}

/** The files of a post: white paper for what comes from an authority, a small picture where it is one. */
export function PostDocuments({ ui, documents }: PostDocumentsProps) {
  if (documents.length === 0) return null;
  const words = ui.t.documents;
  return (
    <ul class="docs" aria-label={words.files}>
      {documents.map((document) => {
        const title = titleOfDocument(ui, document);
        return (
          <li class={document.origin === 'authority' ? 'piece' : 'piece by-us'} data-document={document.id}>
            {document.drawn > 0 && (
              <a class="look" href={documentAddress(document)} tabIndex={-1} aria-hidden="true">
                <img src={`/document/${document.id}/small.jpg`} alt="" loading="lazy" />
              </a>
            )}
            <div>
              <a href={documentAddress(document)}>{title}</a>
              <p class="meta">
                {whence(ui, document).map((each) => (
                  <>
                    <span>{each}</span>{' '}
                  </>
                ))}{' '}
                <span>{measuresBeside(ui, document.title, document)}</span>{' '}
                <a href={documentFile(document)} download aria-label={words.downloadWhat(title)}>
                  {words.download}
                </a>
              </p>
              {document.description !== '' && <p>{document.description}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
