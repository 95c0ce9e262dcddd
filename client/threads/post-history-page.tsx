import type { Change } from '../../src/desk/queue/word-changes.js';
import type { VisiblePost, VisibleThread } from '../../src/threads/visible.js';
import type { NamedFile } from '../../src/documents/visible-document.js';
import { categoryAddress, postAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import { FileNames } from '../kit/documents/file-names.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { Trail } from '../kit/trail.js';
import { ChangedSort, ChangesInline } from '../kit/word-changes.js';
import type { Ui } from '../kit/ui.js';

export interface HistoryChange {
  at: Date | null;
  /** Who proposed it, where that was not the author. */
  by: string | null;
  /** Null when the title stayed, or there is none. */
  titles: null | { before: string; after: string };
  /** Whether it asks since then; null where that stayed. */
  asks: boolean | null;
  words: Change[];
  /** The files of the text that came then. */
  documents: readonly NamedFile[];
}

export interface PostHistoryPageProps {
  ui: Ui;
  thread: VisibleThread;
  number: number;
  author: VisiblePost['author'];
  /** Newest first. */
  changes: HistoryChange[];
  /** The oldest text that can be read, as it was drawn. */
  first: { title: string | null; html: string; documents: NamedFile[] };
}

/** What an author has changed, for every reader. Nothing of what the team has changed is here. */
export function PostHistoryPage({ ui, thread, number, author, changes, first }: PostHistoryPageProps) {
  const { read, desk } = ui.t;
  const none = [first, ...changes].some(({ documents }) => documents.length > 0);
  return (
    <Layout ui={ui} title={read.historyOf(number)} section="threads" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: categoryAddress(thread.category), words: thread.category.name },
          { href: postAddress(thread.id, number), words: titleOf(ui, thread) },
        ]}
      />
      <div class="title">
        <h1>{read.historyOf(number)}</h1>
        <p class="lede">{read.historyLede(nameOf(ui, author))}</p>
      </div>
      <ol class="versions column">
        {changes.map((change) => (
          <li>
            <p class="ui meta">
              <b>{read.changed}</b> {change.at !== null && <Time ui={ui} at={change.at} />}{' '}
              {change.by !== null && (
                <span data-proposed>{ui.t.cases.proposedBy(nameOf(ui, { name: change.by }))}</span>
              )}
            </p>
            {change.titles !== null && <p class="ui">{desk.titleChange(change.titles.before, change.titles.after)}</p>}
            <ChangedSort ui={ui} asks={change.asks} />
            <ChangesInline changes={change.words} />
            <FileNames ui={ui} documents={change.documents} none={none} />
          </li>
        ))}
        <li>
          <p class="ui meta">
            <b>{read.firstText}</b>
          </p>
          {first.title !== null && (
            <p class="text">
              <b>{first.title}</b>
            </p>
          )}
          <div class="text" dangerouslySetInnerHTML={{ __html: first.html }} />
          <FileNames ui={ui} documents={first.documents} none={none} />
        </li>
      </ol>
      <p class="acts">
        <a class="b" href={postAddress(thread.id, number)}>
          {read.backToPost}
        </a>
      </p>
    </Layout>
  );
}
