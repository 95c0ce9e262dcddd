import { Shelf } from './shelf.ts';

export interface Sent {
  /** As the form names it for its draft. */
  place: string;
  text: string;
}

const SENT = 'palabre:sent';
const journey = new Shelf(() => sessionStorage);

/** Remembers that this form was sent, until the next page tells whether it was accepted. */
export function markSent(form: HTMLFormElement): void {
  const place = form.dataset.writing ?? form.dataset.sending ?? '';
  const text = new FormData(form).get('text');
  journey.write(SENT, { place, text: typeof text === 'string' ? text : '' } satisfies Sent);
}

/**
 * What was sent from the page before, if it was accepted: then the answer was a redirection to this page. An error, a
 * preview and a lost connection are not; a way over the log in page is not either.
 */
export function takeAccepted(): Sent | null {
  const sent = journey.read<Sent>(SENT);
  journey.remove(SENT);
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const accepted = (arrival?.redirectCount ?? 0) > 0 && arrival?.type === 'navigate' && location.pathname !== '/login';
  return accepted ? sent : null;
}
