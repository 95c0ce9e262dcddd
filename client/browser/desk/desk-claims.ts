const RENEWAL = 2 * 60_000;

/** Cards that are open here and therefore claimed, by id. */
const open = new Map<string, HTMLElement>();

/**
 * Claims a card when it is opened, prolongs the claim while it is open, and gives it up when the card is closed or the
 * page is left.
 */
export function startClaims(): void {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || target.closest('.acts') === null) return;
      const card = target.closest<HTMLElement>('article[data-submission]');
      if (card !== null) follow(card);
    },
    true,
  );
  // On the page of a single submission, its card counts as open.
  const alone =
    document.querySelector('[data-live-desk]') === null
      ? document.querySelector<HTMLElement>('article[data-submission]:has(form)')
      : null;
  if (alone !== null) keep(alone);
  setInterval(() => {
    for (const [id, card] of open) {
      if (card.isConnected) say(id, 'keep');
      else open.delete(id);
    }
  }, RENEWAL);
  addEventListener('pagehide', () => {
    for (const id of open.keys()) navigator.sendBeacon(addressOf(id), new URLSearchParams({ action: 'release' }));
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) for (const id of open.keys()) say(id, 'keep');
  });
}

function follow(card: HTMLElement): void {
  const id = card.dataset.submission ?? '';
  if (card.querySelector('.acts details[open]') !== null) return keep(card);
  if (open.delete(id)) say(id, 'release');
}

function keep(card: HTMLElement): void {
  const id = card.dataset.submission ?? '';
  // A claim made with the button is only given up with the button.
  if (open.has(id) || card.querySelector('button[value="release"]') !== null) return;
  open.set(id, card);
  say(id, 'keep');
}

/** A failed request is ignored: a claim is only a hint, and nothing depends on it. */
function say(id: string, action: 'keep' | 'release'): void {
  void fetch(addressOf(id), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ action }),
  }).catch(() => undefined);
}

function addressOf(id: string): string {
  return `/desk/submissions/${id}/claim`;
}
