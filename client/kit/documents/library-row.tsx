import type { FoundDocument } from '../../../src/documents/library.js';
import { documentAddress, documentFile, postAddress } from '../address.js';
import { titleOf } from '../thread-row.js';
import type { Ui } from '../ui.js';
import { measuresBeside, titleOfDocument } from './file-facts.js';
import { whence } from './post-documents.js';

function Pieces({ pieces }: { pieces: FoundDocument['passage'] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>;
}

/** One document: what it is, where it comes from, the passage found, its thread. */
export function LibraryRow({
  ui,
  found,
  heading: Heading = 'h2',
}: {
  ui: Ui;
  found: FoundDocument;
  heading?: 'h2' | 'h3';
}) {
  const words = ui.t.documents;
  const { document, page, passage, recognised } = found;
  const title = titleOfDocument(ui, document);
  const at = documentAddress(document, page ?? 1);
  return (
    <li>
      <article
        class={document.origin === 'authority' ? 'piece' : 'piece by-us'}
        data-document={document.id}
        data-page={page ?? undefined}
      >
        {document.drawn > 0 && (
          <a class="look" href={at} tabIndex={-1} aria-hidden="true">
            <img src={`/document/${document.id}/small.jpg`} alt="" loading="lazy" />
          </a>
        )}
        <div>
          <Heading>
            <a href={at}>{document.title === '' ? title : <Pieces pieces={found.title} />}</a>
          </Heading>
          <p class="meta">
            {whence(ui, document).map((each) => (
              <>
                <span>{each}</span>{' '}
              </>
            ))}{' '}
            <span>{measuresBeside(ui, document.title, document)}</span>
          </p>
          {passage.length > 0 && (
            <p>
              {page !== null && document.pages !== null && <>{words.onPage(page)} </>}
              <Pieces pieces={passage} />
              {recognised && <small> {words.recognisedHere}</small>}
            </p>
          )}
          <p class="meta">
            <a href={postAddress(document.thread.id, document.number)}>{titleOf(ui, document.thread)}</a>{' '}
            <a href={documentFile(document)} download aria-label={words.downloadWhat(title)}>
              {words.download}
            </a>
          </p>
        </div>
      </article>
    </li>
  );
}
