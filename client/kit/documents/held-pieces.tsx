import type { ComponentChild } from 'preact';
import type { HeldFile } from '../../../src/submissions/documents/held-file.js';
import type { Ui } from '../ui.js';
import { measuresBeside, Removed, titleOfDocument } from './file-facts.js';
import { whence } from './post-documents.js';

interface HeldPiecesProps {
  ui: Ui;
  held: readonly HeldFile[];
  /** Below which address its pieces are given; null where they cannot be opened yet. */
  base: string | null;
  /** Said of one that is not there any more: whoever wrote the text is asked for it again. */
  gone?: string;
  /** What else is said of each, by its id. */
  beside?: (held: HeldFile) => ComponentChild;
}

/** Files that readers cannot see yet, for those who may: what they are, what was removed, what is drawn of them. */
export function HeldPieces({ ui, held, base, beside, gone = ui.t.documents.gone }: HeldPiecesProps) {
  if (held.length === 0) return null;
  const words = ui.t.documents;
  const lost = base === null ? 0 : held.filter(({ file }) => file === null).length;
  return (
    <>
      <ul class="docs" aria-label={words.files}>
        {held.map((each) => {
          const { file, title, text, origin } = each;
          const name = titleOfDocument(ui, { title, kind: file?.kind ?? null });
          const place = base === null || file === null ? null : `${base}/documents/${file.id}`;
          const about = whence(ui, { nature: each.nature, source: each.from, dated: each.dated || null });
          return (
            <li class={origin === 'authority' ? 'piece' : 'piece by-us'} data-document={file?.id}>
              {place !== null && file !== null && file.drawn > 0 && (
                <a class="look" href={`${place}/pages/1.jpg`}>
                  <img src={`${place}/small.jpg`} alt={words.small(name)} loading="lazy" />
                </a>
              )}
              <div>
                <b>{name}</b>
                <p class="meta">
                  {about.map((what) => (
                    <>
                      <span>{what}</span>{' '}
                    </>
                  ))}{' '}
                  <span>{file === null ? gone : measuresBeside(ui, title, file)}</span>{' '}
                  {file?.state === 'unchecked' && (
                    <>
                      <span>{file.unscanned ? words.unscanned : words.checking}</span>{' '}
                      {base !== null && (
                        <a href={base}>
                          {words.lookAgain}
                          <span class="vh"> {name}</span>
                        </a>
                      )}
                    </>
                  )}
                  {file?.state === 'refused' && <span>{words.notTaken}</span>}
                  {place !== null && file?.state === 'clean' && (
                    <a href={`${place}/file`} download>
                      {words.download}
                      <span class="vh"> {name}</span>
                    </a>
                  )}
                </p>
                {text !== '' && <p>{text}</p>}
                {file?.state === 'refused' && file.refusal !== null && (
                  <p>{ui.t.problems.fields[`file-${file.refusal}`]?.({})}</p>
                )}
                {file !== null && <Removed ui={ui} removed={file.removed} />}
                {(each.alreadyThere ?? []).map((there) => (
                  <p class="meta" data-already={there.id}>
                    <b>{words.alreadyThere}</b> <a href={`/document/${there.id}`}>{titleOfDocument(ui, there)}</a>
                  </p>
                ))}
                {place !== null && file !== null && file.drawn > 1 && (
                  <p class="meta">
                    <span>{words.lookAt}</span>{' '}
                    {Array.from({ length: file.drawn }, (_, at) => (
                      <>
                        <a href={`${place}/pages/${at + 1}.jpg`}>{at + 1}</a>{' '}
                      </>
                    ))}
                  </p>
                )}
                {beside?.(each)}
              </div>
            </li>
          );
        })}
      </ul>
      {lost > 0 && <p class="hint">{words.filesGone(lost)}</p>}
    </>
  );
}
