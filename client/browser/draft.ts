import { Shelf } from './shelf.ts';

interface Draft {
  text: string;
  title: string;
  /** What stood in the form before anything was typed: a draft belongs to that text. */
  base: string;
  at: number;
}

const PREFIX = 'palabre:draft:';
const SENT = 'palabre:sent';
const DAY = 86_400_000;
const drafts = new Shelf(() => localStorage);
const journey = new Shelf(() => sessionStorage);

/** Keeps what is being written in this browser, and brings it back with a notice; never over something typed. */
export function startDrafts(): void {
  forgetSent();
  for (const name of drafts.names(PREFIX)) {
    const draft = drafts.read<Draft>(name);
    if (draft === null || Date.now() - draft.at > 30 * DAY) drafts.remove(name);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) keepDraft(form);
}

/** Remembers that this form was sent, until the next page tells whether it was accepted. */
export function markSent(form: HTMLFormElement): void {
  journey.write(SENT, { name: nameOf(form) });
}

/** An accepted message is answered with a redirection; an error, a preview or a lost connection is not. */
function forgetSent(): void {
  const sent = journey.read<{ name: string }>(SENT);
  journey.remove(SENT);
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const accepted = (arrival?.redirectCount ?? 0) > 0 && arrival?.type === 'navigate' && location.pathname !== '/login';
  if (sent !== null && accepted) drafts.remove(sent.name);
}

function keepDraft(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const title = form.querySelector<HTMLInputElement>('input[name="title"]');
  if (text === null) return;
  const name = nameOf(form);
  const base = text.defaultValue;
  let dirty = false;
  let timer = 0;

  const save = (): void => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    if (text.value === base && (title?.value ?? '') === (title?.defaultValue ?? '')) drafts.remove(name);
    else drafts.write(name, { text: text.value, title: title?.value ?? '', base, at: Date.now() } satisfies Draft);
  };
  form.addEventListener('input', (event) => {
    if (event.target !== text && event.target !== title) return;
    dirty = true;
    clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  });
  addEventListener('pagehide', save);
  restore(form, text, title, name);
}

function restore(form: HTMLFormElement, text: HTMLTextAreaElement, title: HTMLInputElement | null, name: string): void {
  const draft = drafts.read<Draft>(name);
  const typed = text.value !== text.defaultValue || (title !== null && title.value !== title.defaultValue);
  if (draft === null || typed || draft.base !== text.defaultValue) return;
  if (draft.text === text.value && draft.title === (title?.value ?? '')) return;
  text.value = draft.text;
  if (title !== null && draft.title !== '') title.value = draft.title;
  text.dispatchEvent(new Event('input', { bubbles: true }));
  const notice = form.querySelector<HTMLElement>('[data-draft-notice]');
  if (notice === null) return;
  notice.hidden = false;
  notice.querySelector('[data-draft-drop]')?.addEventListener('click', () => {
    text.value = text.defaultValue;
    if (title !== null) title.value = title.defaultValue;
    text.dispatchEvent(new Event('input', { bubbles: true }));
    drafts.remove(name);
    notice.hidden = true;
    text.focus();
  });
}

function nameOf(form: HTMLFormElement): string {
  return PREFIX + (form.dataset.writing ?? location.pathname);
}
