import { announce } from './announce.ts';
import type { Hand } from './desk-hand.ts';
import { readElement, readHtml } from './fragment.ts';

/** As long as the line with the undo stands on the page without a script, too. */
const UNDO = 30_000;

/** So many lines of what was decided stand among the cards: whoever is quick would read nothing else. The log has them all. */
const LINES = 4;

let decided = 0;

/** Decisions without leaving the page: the card becomes one line, and the next card is in hand. */
export function startDeciding(list: HTMLElement, hand: Hand, refresh: () => void): void {
  list.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    const line = form instanceof HTMLFormElement ? form.closest('li') : null;
    if (!(form instanceof HTMLFormElement) || line === null || form.dataset.plain !== undefined) return;
    const act = /\/(decision|undo|claim)$/.exec(addressOf(form))?.[1];
    if (act === undefined) return;
    event.preventDefault();
    if (line.hasAttribute('aria-busy')) return;
    line.setAttribute('aria-busy', 'true');
    const deciding = { form, submitter, line, hand };
    const sending = act === 'decision' ? decide(deciding) : act === 'undo' ? undo(form, line, refresh) : claim(deciding, refresh);
    // What can't be done here is done as without a script: nothing that was typed is lost on the way.
    void sending.catch(() => sendPlainly(form, submitter)).finally(() => line.removeAttribute('aria-busy'));
  });
}

interface Deciding {
  form: HTMLFormElement;
  submitter: HTMLElement | null;
  line: HTMLElement;
  hand: Hand;
}

async function decide({ form, submitter, line, hand }: Deciding): Promise<void> {
  const answer = await send(form, submitter);
  if (answer.status === 409 || answer.status === 422) return showProblem(line, await answer.text(), answer.status);
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const { html } = (await answer.json()) as { html: string };
  const said = readElement(html);
  if (said === null) throw new Error('answered nothing');
  const next = hand.after(line);
  said.dataset.order = String(++decided);
  line.dataset.decided = line.querySelector<HTMLElement>('[data-submission]')?.dataset.submission ?? '';
  line.dataset.kept = '';
  line.replaceChildren(said);
  hideOlderLines(line.parentElement);
  announce(said.textContent?.trim() ?? '');
  if (next === null) said.focus();
  else hand.focus(next);
  setTimeout(() => {
    if (!line.contains(document.activeElement)) line.remove();
  }, UNDO);
}

/** Hidden and not removed, for a page that was asked for before must not bring the card back. */
function hideOlderLines(list: Element | null): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-decided]') ?? [])].sort((one, other) => orderOf(one) - orderOf(other));
  for (const line of lines.slice(0, -LINES)) line.hidden = true;
}

function orderOf(line: HTMLElement): number {
  return Number(line.querySelector<HTMLElement>('.card.done')?.dataset.order ?? 0);
}

/** The page of the answer has the card with what was typed, or what it has become meanwhile: it stands in its place. */
function showProblem(line: HTMLElement, html: string, status: number): void {
  const stack = readHtml(html).querySelector('main .stack');
  const part = status === 422 ? stack?.querySelector('article[data-submission]') : stack;
  if (!part) throw new Error('answered nothing');
  line.dataset.kept = '';
  line.replaceChildren(document.importNode(part, true));
  const place = line.querySelector<HTMLElement>('[aria-invalid="true"], [data-submission]');
  place?.focus();
  announce(line.querySelector('[role="alert"]')?.textContent ?? '');
}

/** Taken or let go: the line is drawn anew with what one may do now. */
async function claim({ form, submitter, line }: Deciding, refresh: () => void): Promise<void> {
  const answer = await send(form, submitter);
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  line.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
  refresh();
}

async function undo(form: HTMLFormElement, line: HTMLElement, refresh: () => void): Promise<void> {
  const answer = await fetch(addressOf(form), { method: 'POST', credentials: 'same-origin', redirect: 'manual', body: fieldsOf(form, null) });
  // A redirection that a script may not look into is the answer to what was done.
  if (answer.type !== 'opaqueredirect') throw new Error(`answered ${answer.status}`);
  line.remove();
  refresh();
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> {
  return fetch(addressOf(form), {
    method: 'POST', credentials: 'same-origin', headers: { accept: 'application/json, text/html' }, body: fieldsOf(form, submitter),
  });
}

/** A button called « action » hides the form's own. */
function addressOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? '';
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.append(submitter.name, submitter.value);
  return fields;
}

function sendPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.dataset.plain = '';
  form.requestSubmit(submitter);
}
