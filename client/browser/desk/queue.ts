import { joinRoom } from '../kit/live-connection.ts';

/**
 * The desk for everyone at it: the count in the masthead of any page, and on the desk's own pages what desk-page.ts
 * adds.
 */
export function startDesk(): void {
  const atDesk = document.body.classList.contains('desk');
  if (!atDesk && document.querySelector('[data-waiting]') === null) return;
  // Readers and writers never load the script that only moderators need.
  const desk = atDesk ? import('./desk-page.ts').then(({ startDeskPage }) => startDeskPage()) : null;
  const refresh = (): void => void desk?.then((draw) => draw());
  const catchUp = (last?: string): void => {
    const drawn = document.querySelector<HTMLElement>('[data-live-desk]')?.dataset.liveDesk;
    if (last !== drawn) refresh();
  };
  joinRoom(
    'desk',
    {
      'queue-changed': ({ waiting }) => {
        for (const place of document.querySelectorAll('[data-waiting]')) place.textContent = String(waiting);
        refresh();
      },
      'claim-changed': refresh,
    },
    catchUp,
  );
}
