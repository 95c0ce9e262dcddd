import { joinRoom } from '../kit/live-connection.ts';

/** Keeps the count in the masthead of any page up to date, and loads desk-page.ts on the desk's own pages. */
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
