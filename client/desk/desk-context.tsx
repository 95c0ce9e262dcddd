import type { DeskContext } from '../../src/desk/queue/contexts.js';
import type { Ui } from '../kit/ui.js';
import { recordAddress, threadAddress } from '../kit/address.js';
import { LastSubmissions, outcomesOf } from './author-history.js';
import { AuthorName, nameOf } from '../kit/author.js';
import { NoteList } from './staff-notes.js';
import { Time } from '../kit/time.js';
import { titleOf } from '../kit/thread-row.js';

function ThreadSoFar({ ui, context }: { ui: Ui; context: DeskContext }) {
  const { desk, queue } = ui.t;
  const { thread, before } = context;
  if (thread === null) return <p class="hint">{queue.opensThread}</p>;
  return (
    <>
      <p class="ui">
        <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>
      </p>
      {before.length === 0 && <p class="hint">{queue.threadEmpty}</p>}
      {before.map((post) => (
        <div class="earlier">
          <p class="meta">
            <b>{desk.beforeOne(nameOf(ui, post.author), post.number)}</b> <Time ui={ui} at={post.publishedAt} />
          </p>
          <div class="text" dangerouslySetInnerHTML={{ __html: post.html }} />
        </div>
      ))}
    </>
  );
}

function History({ ui, context: { author, history } }: { ui: Ui; context: DeskContext }) {
  const { queue, people } = ui.t;
  if (history === null) return <p class="hint">{queue.guestHistory}</p>;
  return (
    <>
      <p>
        <AuthorName ui={ui} author={author} />
        {outcomesOf(ui, history).map((each) => (
          <>, {each}</>
        ))}
      </p>
      <p>
        <a href={recordAddress(author)}>{people.record}</a>{' '}
        <a href={`/desk?${new URLSearchParams({ author: author.name }).toString()}`}>
          {queue.allBy(nameOf(ui, author))}
        </a>
      </p>
      {history.notes.length > 0 && <NoteList ui={ui} member={author} notes={history.notes} me={null} />}
      {history.last.length > 0 && <p class="hint">{queue.lastOnes}</p>}
      <LastSubmissions ui={ui} history={history} />
    </>
  );
}

/** The thread before a submission and what its author sent before: a page's content, and a card's. */
export function DeskContextPart({ ui, context }: { ui: Ui; context: DeskContext }) {
  const { queue } = ui.t;
  return (
    <div class="before" data-context-part>
      {context.countsAs !== 'page' && (
        <section>
          <h2>{queue.threadSoFar}</h2>
          <ThreadSoFar ui={ui} context={context} />
        </section>
      )}
      <section>
        <h2>{queue.historyOf(nameOf(ui, context.author))}</h2>
        <History ui={ui} context={context} />
      </section>
    </div>
  );
}
