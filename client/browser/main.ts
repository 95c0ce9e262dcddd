/**
 * Everything that JavaScript adds to the pages, one file for each feature. Every page works without any of them: they
 * find their place by `data-` attributes that the server draws, hold no words of their own and never ask another
 * server. Nothing here may build HTML from strings: fragments come whole from our own server (fragment.ts).
 */
import { startDesk } from './desk/queue.ts';
import { startDrafts } from './writing/draft.ts';
import { startFiles } from './writing/files.ts';
import { startMaps } from './cases/maps.ts';
import { startFollow } from './own/follow.ts';
import { startLists } from './threads/live-lists.ts';
import { startOldAnchors } from './threads/old-anchor.ts';
import { startPrinting } from './threads/printing.ts';
import { startPreview } from './writing/preview.ts';
import { startQuoting } from './writing/quote.ts';
import { startThread } from './threads/live-thread.ts';
import { startTownFields } from './towns/town-fields.ts';
import { startSending, startWriting } from './writing/writing-form.ts';

/** The toolbar is a file of its own, fetched when somebody begins to write: readers do without. */
function startMarks(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  field?.addEventListener(
    'focus',
    () => void import('./writing/toolbar.ts').then(({ startToolbar }) => startToolbar(form, field)),
    { once: true },
  );
}

/** Both are fetched when somebody first types what they are for. */
function startHelp(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const title = form.querySelector<HTMLTextAreaElement>('[name="title"]');
  const begins = (): void => {
    if (text === null || !/[@#]/.test(text.value.charAt(text.selectionStart - 1))) return;
    text.removeEventListener('input', begins);
    void import('./writing/completion.ts').then(({ startCompletion }) => startCompletion(form, text));
  };
  text?.addEventListener('input', begins);
  title?.addEventListener(
    'input',
    () => void import('./writing/similar.ts').then(({ startSimilar }) => startSimilar(form, title)),
    { once: true },
  );
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) {
  startWriting(form);
  startPreview(form);
  startMarks(form);
  startHelp(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) startSending(form);
startDrafts();
// Once it is known what has been sent from the page before: nothing of its files is kept.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) startFiles(form);
startQuoting();
startThread();
if (document.querySelector('[data-live-questions]'))
  void import('./threads/live-questions.ts').then(({ startQuestions }) => startQuestions());
startOldAnchors();
startPrinting();
startLists();
startFollow();
startDesk();
startTownFields();
startMaps();
const covering = document.querySelector<HTMLFormElement>('form[data-black-out]');
if (covering !== null) void import('./kit/black-out.ts').then(({ startBlackOut }) => startBlackOut(covering));
