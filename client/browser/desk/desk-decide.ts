import { announce } from '../kit/announce.ts';
import type { Hand } from './desk-hand.ts';
import { readElement, readHtml } from '../kit/fragment.ts';

/** Milliseconds for which the undo is offered: as long as on the page without a script. */
const UNDO = 30_000;

/**
 * The most lines about finished decisions among the cards: a quick moderator would otherwise see little else. The log
 * has them all.
 */
const LINES = 4;

let decided = 0;

/** Makes decisions without leaving the page: the card becomes one line, and the next card is in hand. */
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
    const sending =
      act === 'decision' ? decide(deciding) : act === 'undo' ? undo(form, line, refresh) : claim(deciding, refresh);
    // When the script fails, the form is sent as without a script, so that no typed text is lost.
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
  // On a phone the next card alone may fill the window, and the line with the undo would be above it.
  said.scrollIntoView({ block: 'nearest' });
  setTimeout(() => {
    if (!line.contains(document.activeElement)) line.remove();
  }, UNDO);
}

/**
 * They are hidden and not removed, because a page that was requested before the decision must not bring the card back.
 */
function hideOlderLines(list: Element | null): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-decided]') ?? [])].sort(
    (one, other) => orderOf(one) - orderOf(other),
  );
  for (const line of lines.slice(0, -LINES)) line.hidden = true;
}

function orderOf(line: HTMLElement): number {
  return Number(line.querySelector<HTMLElement>('.card.done')?.dataset.order ?? 0);
}

/**
 * Replaces the forms with those of the answered page, with what was typed; or the whole card with the decision that a
 * colleague made meanwhile.
 */
function showProblem(line: HTMLElement, html: string, status: number): void {
  const stack = readHtml(html).querySelector('main .stack');
  if (status === 422) showAgain(line, stack?.querySelector('article[data-submission] > .acts'));
  else {
    if (!stack) throw new Error('answered nothing');
    line.dataset.kept = '';
    line.replaceChildren(document.importNode(stack, true));
    line.querySelector<HTMLElement>('[data-submission]')?.focus();
  }
  announce(line.querySelector('[role="alert"]')?.textContent ?? '');
}

/**
 * Puts the forms back, with the focus where something is missing. The card around them stays as it is, with its tick
 * and its claim.
 */
function showAgain(line: HTMLElement, acts: Element | null | undefined): void {
  const here = line.querySelector('article[data-submission] > .acts');
  if (!acts || here === null) throw new Error('answered nothing');
  here.replaceWith(document.importNode(acts, true));
  line.querySelector<HTMLElement>('details[open] :is([aria-invalid="true"], fieldset:has(.why) input)')?.focus();
}

/** Makes a claim or gives it up, and draws the line anew with the acts that are possible now. */
async function claim({ form, submitter, line }: Deciding, refresh: () => void): Promise<void> {
  const answer = await send(form, submitter);
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const card = line.querySelector<HTMLElement>('article');
  // The news of the claim may have come before this answer. Then they have changed the line of the claim alone, since
  // the form was being sent, and the acts beside it are still those of before.
  if (card !== null) card.dataset.claim = 'being changed';
  card?.focus({ preventScroll: true });
  refresh();
}

async function undo(form: HTMLFormElement, line: HTMLElement, refresh: () => void): Promise<void> {
  const answer = await fetch(addressOf(form), {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    body: fieldsOf(form, null),
  });
  // A redirection, which a script can't read, means that it was done.
  if (answer.type !== 'opaqueredirect') throw new Error(`answered ${answer.status}`);
  line.remove();
  refresh();
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> {
  return fetch(addressOf(form), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json, text/html' },
    body: fieldsOf(form, submitter),
  });
}

/** A button with the name « action » would hide the form's property `action`. */
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
