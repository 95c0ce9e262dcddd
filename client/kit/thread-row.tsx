import { isolated } from './isolated.js';
import type { ThreadRow as Row } from '../../src/threads/visible.js';
import type { Ui } from './ui.js';
import { categoryAddress, postAddress, threadAddress } from './address.js';
import { Slot } from './slot.js';
import { statedTitle } from './stated-title.js';
import { Time } from './time.js';
import { typeset } from './typeset.js';

interface ThreadRowProps {
  ui: Ui;
  row: Row;
  /** Leaves the category out where the page is that category's. */
  category?: boolean;
  /** On a page that is one member's own; elsewhere the server fills a slot. */
  unread?: { count: number; first: number } | undefined;
}

export function titleOf(ui: Ui, thread: { title: string }): string {
  return thread.title === '' ? ui.t.read.retired : typeset(ui, thread.title);
}

/** The words « pinned » and « locked » beside a thread's title, where a moderator has marked it so. */
export function ThreadMarks({ ui, thread }: { ui: Ui; thread: { locked: boolean; pinned: boolean } }) {
  const { moving } = ui.t;
  return (
    <>
      {thread.pinned && (
        <>
          {' '}
          <span>{moving.pinnedMark}</span>
        </>
      )}
      {thread.locked && (
        <>
          {' '}
          <span>{moving.lockedMark}</span>
        </>
      )}
    </>
  );
}

/** Whose words the row quotes: of whoever opened the thread, until somebody has answered. */
function whoseLast(ui: Ui, { thread }: Row, { author: { name } }: NonNullable<Row['last']>): string {
  const { lastBy, lastUnsigned, openedBy, openedUnsigned } = ui.t.read;
  if (thread.postCount < 2) return name === '' ? openedUnsigned : openedBy(name);
  return name === '' ? lastUnsigned : lastBy(name);
}

/** One thread of a list, with its `li`: the same on a page and as a live fragment. */
export function ThreadRow({ ui, row, category = true, unread }: ThreadRowProps) {
  const { read } = ui.t;
  const { thread, last } = row;
  return (
    <li data-thread={thread.id}>
      <article class="row">
        <span class="leaf s read" aria-hidden="true" />
        <h3>
          <a href={threadAddress(thread)}>{statedTitle(ui, thread)}</a>
        </h3>
        <p class="meta">
          {category && <a href={categoryAddress(thread.category)}>{thread.category.name}</a>}{' '}
          {last === null ? (
            <Time ui={ui} at={thread.lastPostAt} />
          ) : (
            <span>
              {whoseLast(ui, row, last)},{' '}
              <a href={postAddress(thread.id, last.number)}>
                <Time ui={ui} at={last.publishedAt} />
              </a>
            </span>
          )}
          <ThreadMarks ui={ui} thread={thread} />
        </p>
        {last !== null && (
          <p class="last">
            {/^[«“"]/.test(last.excerpt) ? isolated(last.excerpt) : read.quoted(isolated(last.excerpt))}
          </p>
        )}
        <p class="row-count">
          <b>{read.count(thread.postCount)}</b> {read.postsWord(thread.postCount)}{' '}
          {unread === undefined ? (
            <Slot name={`unread-${thread.id}`} />
          ) : (
            <UnreadMark ui={ui} thread={thread} unread={unread.count} first={unread.first} />
          )}
        </p>
      </article>
    </li>
  );
}

/** A thread in one short line, where there is room for the title only. */
export function ThreadLine({ ui, row }: { ui: Ui; row: Row }) {
  return (
    <li data-thread={row.thread.id}>
      <a href={threadAddress(row.thread)}>{statedTitle(ui, row.thread)}</a>{' '}
      <span class="meta">
        <Time ui={ui} at={row.last?.publishedAt ?? row.thread.lastPostAt} />
      </span>{' '}
      <Slot name={`unread-${row.thread.id}`} />
    </li>
  );
}

/** The slot `unread-ID` of a row. */
export function UnreadMark({
  ui,
  thread,
  unread,
  first,
}: {
  ui: Ui;
  thread: { id: number; title: string };
  unread: number;
  first: number;
}) {
  const { read } = ui.t;
  return (
    <a class="unread" href={postAddress(thread.id, first)} title={read.goToUnread(unread, titleOf(ui, thread))}>
      {read.unread(unread)}
    </a>
  );
}
