import { Shelf } from '../kit/shelf.ts';

export interface Sent {
  /** As the form names it for its draft. */
  place: string;
  text: string;
  /** Under which its files are kept. */
  files?: string;
}

const SENT = 'palabre:sent';
const journey = new Shelf(() => sessionStorage);

/** Remembers that this form was sent, until the next page tells whether it was accepted. */
export function markSent(form: HTMLFormElement): void {
  const place = form.dataset.writing ?? form.dataset.sending ?? '';
  const text = new FormData(form).get('text');
  journey.write(SENT, { place, text: typeof text === 'string' ? text : '', files: filesOf(form) } satisfies Sent);
}

/** Under which name this window remembers what has been sent of the files of a form: by where the form is sent to. */
export function filesOf(form: HTMLFormElement): string {
  return `palabre:files:${form.getAttribute('action') ?? ''}`;
}

/**
 * The text that was sent from the previous page, if the server has accepted it, which shows in a redirection to this
 * page. Null after an error, a preview, a lost connection or a visit to the log-in page.
 */
export function takeAccepted(): Sent | null {
  const sent = journey.read<Sent>(SENT);
  journey.remove(SENT);
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const accepted = (arrival?.redirectCount ?? 0) > 0 && arrival?.type === 'navigate' && location.pathname !== '/login';
  if (accepted && sent?.files !== undefined) journey.remove(sent.files);
  return accepted ? sent : null;
}
