import { Shelf } from '../kit/shelf.ts';

export interface Sent {
  /** The name of the form, which its draft has, too. */
  place: string;
  text: string;
  /** The name under which its files are remembered. */
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

/**
 * The name under which this window remembers what it has sent of the files of a form: the path to which the form is
 * sent.
 */
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
