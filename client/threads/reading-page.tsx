import type { VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, readingAddress, threadAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { PagesNav } from '../kit/pages-nav.js';
import { Slot } from '../kit/slot.js';
import { FileLinks } from './reading-line.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

/** A piece of a list of people: a name, or what stands between names. */
export interface Person {
  words: string;
  isName: boolean;
}

export interface ReadingPageProps {
  ui: Ui;
  thread: VisibleThread;
  part: number;
  parts: number;
  /** Whose posts alone these are; null for everyone's. */
  author: string | null;
  /** « 19 messages », « 9 min de lecture », « 7–22 novembre 2026 ». */
  facts: string[];
  /** Who wrote them; empty where that says nothing. */
  people: Person[];
}

/**
 * A thread as one text: nothing around it, nothing to be done in it, and it prints as it reads. Its posts and contents
 * are slots: five hundred posts are drawn in slices, so that others get their turn.
 */
export function ReadingPage(props: ReadingPageProps) {
  const { ui, thread, part, parts, author, facts, people } = props;
  const { reading } = ui.t;
  const title = titleOf(ui, thread);
  const { audience } = thread.category;
  const address = (to: number): string => readingAddress(thread, { part: to, author });
  return (
    <Layout ui={ui} title={title} section="threads" noindex>
      <article class="reading">
        <div class="title">
          <Trail ui={ui} steps={[{ href: categoryAddress(thread.category), words: thread.category.name }]} />
          <h1>{title}</h1>
          {audience !== 'everyone' && <p class="ui reserved">{reading.reserved[audience]}</p>}
          <p class="ui meta">
            {facts.map((fact) => (
              <>
                <span>{fact}</span>{' '}
              </>
            ))}
            {parts > 1 && <span>{reading.partOf(part, parts)}</span>}
          </p>
          {people.length > 0 && (
            <p class="lede people">
              {reading.people}{' '}
              {people.map(({ words, isName }) =>
                isName ? (
                  <a href={readingAddress(thread, { author: words })} rel="nofollow">
                    {words}
                  </a>
                ) : (
                  words
                ),
              )}
            </p>
          )}
          <p class="acts">
            <button class="b" type="button" data-print hidden>
              {reading.print}
            </button>{' '}
            <FileLinks ui={ui} thread={thread} extent={{ part, author }} />{' '}
            {author !== null && (
              <a class="q" href={readingAddress(thread)}>
                {reading.everyone}
              </a>
            )}{' '}
            <a class="q" href={threadAddress(thread)}>
              {reading.back}
            </a>
          </p>
        </div>
        <details class="contents ui no-print">
          <summary class="q">{reading.contents}</summary>
          <ol>
            <Slot name="contents" />
          </ol>
        </details>
        <ol class="spoken-all">
          <Slot name="spoken" />
        </ol>
        <PagesNav ui={ui} page={part} pages={parts} address={address} label={reading.parts} />
      </article>
    </Layout>
  );
}
