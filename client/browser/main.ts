/**
 * What JavaScript adds, one file for each. Every page works without any of them: they find their place by `data-`
 * attributes that the server draws, hold no words of their own and never ask another server.
 * Nothing here may build HTML from strings: fragments come whole from our own server (fragment.ts).
 */
import { startDesk } from './queue.ts';
import { startDrafts } from './draft.ts';
import { startFollow } from './follow.ts';
import { startLists } from './live-lists.ts';
import { startOldAnchors } from './old-anchor.ts';
import { startPreview } from './preview.ts';
import { startQuoting } from './quote.ts';
import { startThread } from './live-thread.ts';
import { startSending, startWriting } from './writing-form.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) {
  startWriting(form);
  startPreview(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) startSending(form);
startDrafts();
startQuoting();
startThread();
startOldAnchors();
startLists();
startFollow();
startDesk();
