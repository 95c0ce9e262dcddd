import { takesQuestions, type VisibleThread } from '../../src/threads/visible.js';
import { type Extent, fileAddress, questionsAddress, readingAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';

const WORDS_A_MINUTE = 230;

/** How long somebody reads: never nothing. */
export function minutesOf(words: number): number {
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE));
}

/** The files of a thread, or of what a reading page shows of it. */
export function FileLinks({ ui, thread, extent = {} }: { ui: Ui; thread: { id: number }; extent?: Extent }) {
  const { reading } = ui.t;
  return (
    <>
      <a class="q" href={fileAddress(thread, 'pdf', extent)} rel="nofollow">
        {reading.pdf}
      </a>{' '}
      <a class="q" href={fileAddress(thread, 'epub', extent)} rel="nofollow">
        {reading.epub}
      </a>{' '}
      <a class="q" href={fileAddress(thread, 'md', extent)} rel="nofollow">
        {reading.text}
      </a>
    </>
  );
}

/** On a thread: its other shapes. */
export function ReadingLine({ ui, thread }: { ui: Ui; thread: VisibleThread }) {
  const { reading } = ui.t;
  const address = readingAddress(thread);
  return (
    <nav class="shapes ui" aria-label={reading.shapes}>
      <span class="meta">{reading.minutes(minutesOf(thread.words))}</span>{' '}
      {takesQuestions(thread.kind) && (
        <>
          <a class="q" href={questionsAddress(thread)} rel="nofollow">
            {ui.t.asking.questions}
          </a>{' '}
        </>
      )}
      <a class="q" href={address} rel="nofollow">
        {reading.atOnce}
      </a>{' '}
      <a class="q" href={`${address}#print`} rel="nofollow">
        {reading.print}
      </a>{' '}
      <FileLinks ui={ui} thread={thread} />
    </nav>
  );
}
