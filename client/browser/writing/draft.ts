import { takeAccepted } from './sent-mark.ts';
import { Shelf } from '../kit/shelf.ts';

interface Draft {
  text: string;
  title: string;
  /** The text that stood in the form before anything was typed: a draft belongs to that text. */
  base: string;
  at: number;
}

const PREFIX = 'palabre:draft:';
const DAY = 86_400_000;
const drafts = new Shelf(() => localStorage);

/**
 * Keeps the text that is being written in this browser, and restores it with a notice, but never over a typed text.
 */
export function startDrafts(): void {
  forgetSent();
  for (const name of drafts.names(PREFIX)) {
    const draft = drafts.read<Draft>(name);
    if (draft === null || Date.now() - draft.at > 30 * DAY) drafts.remove(name);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writing]')) keepDraft(form);
}

/** Deletes the draft of a text that the server has accepted, unless more was typed since then. */
function forgetSent(): void {
  const sent = takeAccepted();
  if (sent === null) return;
  const draft = drafts.read<Draft>(PREFIX + sent.place);
  if (draft !== null && plain(draft.text) === plain(sent.text)) drafts.remove(PREFIX + sent.place);
}

/** The text with plain line ends: forms send others than the field has. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function keepDraft(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const title = form.querySelector<HTMLTextAreaElement>('[name="title"]');
  if (text === null) return;
  const name = PREFIX + (form.dataset.writing ?? '');
  // After a preview or an error the field already holds the typed text, so the original text is read from the draft.
  const base = cameBack(form) ? (drafts.read<Draft>(name)?.base ?? '') : text.defaultValue;
  let dirty = false;
  let timer = 0;

  const save = (): void => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    if (text.value === base && (title?.value ?? '') === (title?.defaultValue ?? '')) drafts.remove(name);
    else drafts.write(name, { text: text.value, title: title?.value ?? '', base, at: Date.now() } satisfies Draft);
  };
  // Before the listeners are added, so that restoring a draft does not change its date.
  restore(form, text, title, name);
  form.addEventListener('input', (event) => {
    if (event.target !== text && event.target !== title) return;
    dirty = true;
    clearTimeout(timer);
    timer = window.setTimeout(save, 400);
  });
  addEventListener('pagehide', save);
}

function restore(
  form: HTMLFormElement,
  text: HTMLTextAreaElement,
  title: HTMLTextAreaElement | null,
  name: string,
): void {
  const draft = drafts.read<Draft>(name);
  const typed = text.value !== text.defaultValue || (title !== null && title.value !== title.defaultValue);
  if (draft === null || typed || cameBack(form) || draft.base !== text.defaultValue) return;
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

/** Whether the server has put back into the form the text that was sent from it. */
function cameBack(form: HTMLFormElement): boolean {
  return form.querySelector('input[name="key"], [role="alert"]') !== null;
}
