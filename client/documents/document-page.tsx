import type { PageText, PlacedDocument } from '../../src/documents/documents.js';
import { documentAddress, documentFile, postAddress, threadAddress, writingAddress } from '../kit/address.js';
import { measures, pagesToRead, titleOfDocument } from '../kit/documents/file-facts.js';
import { whence } from '../kit/documents/post-documents.js';
import { Layout } from '../kit/layout.js';
import { TeamWhy } from '../kit/team-edited.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface DocumentPageProps {
  ui: Ui;
  document: PlacedDocument;
  page: number;
  /** Of this page; empty where it has none. */
  words: PageText;
  /** Whether the team may cover parts of it from here. */
  coverable: boolean;
}

/** It stands above and below a page, each with a name of its own. */
function Turning({
  ui,
  document,
  page,
  below = false,
}: Omit<DocumentPageProps, 'words' | 'coverable'> & { below?: boolean }) {
  const words = ui.t.documents;
  const last = pagesToRead(document);
  if (last === 1) return null;
  return (
    <nav class="pages ui" aria-label={below ? words.turningBelow : words.turning}>
      {page > 1 && (
        <a href={documentAddress(document, page - 1)} rel="prev">
          {words.before}
        </a>
      )}{' '}
      <b aria-current="page">{words.pageOf(page, last)}</b>{' '}
      {page < last && (
        <a href={documentAddress(document, page + 1)} rel="next">
          {words.after}
        </a>
      )}
    </nav>
  );
}

/** What is drawn of this page, or why nothing is. */
function Drawn({ ui, document, page }: Omit<DocumentPageProps, 'words' | 'coverable'>) {
  const words = ui.t.documents;
  if (page <= document.drawn)
    return (
      <img
        src={`/document/${document.id}/pages/${page}.jpg`}
        alt={document.kind === 'picture' ? document.description : ''}
        class="leafed"
      />
    );
  return document.kind === 'pdf' ? <p class="hint">{words.notDrawn}</p> : null;
}

/** That the team has covered parts of it, when and why, in the words of its post. */
function Covered({ ui, covered }: { ui: Ui; covered: NonNullable<PlacedDocument['covered']> }) {
  return (
    <p class="hint team-edit" data-covered>
      {ui.t.read.editedByTeam(ui.dates.relative(covered.at))}. <TeamWhy ui={ui} {...covered} />
    </p>
  );
}

/** A document to be read without opening its file: page by page what is drawn, and its words as text. */
export function DocumentPage(props: DocumentPageProps) {
  const { ui, document, page, coverable } = props;
  const { words: text, recognised } = props.words;
  const words = ui.t.documents;
  const title = titleOfDocument(ui, document);
  const { thread, number } = document;
  const isOpen = thread.category.audience === 'everyone';
  const cited = `[${words.citation(title, page, pagesToRead(document))}](${documentAddress(document, page)})`;
  return (
    <Layout ui={ui} title={title} section="documents" noindex={!isOpen}>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <div class="title" data-document={document.id}>
        <h1>{title}</h1>
        {document.description !== '' && <p class="lede">{document.description}</p>}
        {document.covered !== null && <Covered ui={ui} covered={document.covered} />}
      </div>
      <div class="beside">
        <article class="stack" aria-label={words.page(page)}>
          <Turning ui={ui} document={document} page={page} />
          <Drawn ui={ui} document={document} page={page} />
          {text !== '' && (
            <section aria-labelledby="words">
              <h2 id="words" class="filet">
                {document.pages === null ? words.words : words.wordsOf(page)}
              </h2>
              {recognised && <p class="hint">{words.recognised}</p>}
              <div class="page-words">{text}</div>
            </section>
          )}
          {text === '' && document.kind === 'pdf' && <p class="hint">{words.noWords}</p>}
          <Turning ui={ui} document={document} page={page} below />
        </article>
        <aside aria-label={words.about}>
          <section>
            <h2 class="filet">{words.about}</h2>
            <dl class="facts ui">
              <dt>{words.origin}</dt>
              <dd>{words.origins[document.origin]}</dd>
              {whence(ui, document).length > 0 && (
                <>
                  <dt>{words.nature}</dt>
                  <dd>{whence(ui, document).join(', ')}</dd>
                </>
              )}
              <dt>{words.file}</dt>
              <dd>
                {measures(ui, document)}
                <br />
                <a href={documentFile(document)} download>
                  {words.download}
                </a>
              </dd>
              <dt>{words.standsIn}</dt>
              <dd>
                <a href={postAddress(thread.id, number)}>{words.post(titleOf(ui, thread), number)}</a>
              </dd>
              <dt>{words.since}</dt>
              <dd>
                <Time ui={ui} at={document.publishedAt} />
              </dd>
            </dl>
          </section>
          <section>
            <h2 class="filet">{words.cite}</h2>
            <p class="hint">{words.citeWords}</p>
            <p class="hint">
              <code>{cited}</code>
            </p>
            <p class="acts">
              <a class="q" href={writingAddress(thread, { to: number, document: document.id, page })} rel="nofollow">
                {words.citeHere(page, pagesToRead(document))}
              </a>{' '}
              <a class="q" href={writingAddress(thread, { to: number })} rel="nofollow">
                {ui.t.read.reply}
              </a>{' '}
              <a class="q" href={`${postAddress(thread.id, number)}/report?document=${document.id}`} rel="nofollow">
                {ui.t.after.reportFile}
              </a>{' '}
              {coverable && (
                <a class="q team" href={`/desk/documents/${document.id}/blackout`} rel="nofollow">
                  {ui.t.blackOut.act}
                </a>
              )}
            </p>
          </section>
        </aside>
      </div>
    </Layout>
  );
}
