/**
 * Everything that JavaScript adds to the pages, one file for each feature. Every page works without any of them: they
 * find their place by `data-` attributes that the server draws, hold no words of their own and never ask another
 * server. Nothing here may build HTML from strings: fragments come whole from our own server (fragment.ts).
 */
import { startDesk } from './desk/queue.ts';
import { startAnswering } from './writing/answering.ts';
import { startDrafts } from './writing/draft.ts';
import { startFiles } from './writing/files.ts';
import { startHelp } from './writing/helped.ts';
import { startFollow } from './own/follow.ts';
import { startMaps } from './cases/maps.ts';
import { startLists } from './threads/live-lists.ts';
import { startOldAnchors } from './threads/old-anchor.ts';
import { startPrinting } from './threads/printing.ts';
import { startThread } from './threads/live-thread.ts';
import { startTownFields } from './towns/town-fields.ts';
import { startSending, startWriting } from './writing/writing-form.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) {
  startWriting(form);
  startHelp(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) startSending(form);
startDrafts();
// After it is known whether the form of the page before was accepted: then nothing of its files is kept.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) startFiles(form);
startAnswering();
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
