import { askForum, bring, readHtml } from './forum.ts';

interface Answer {
  html: string;
}

/** The box: what is sent goes to the forum without leaving the page, and the slip that comes back takes its place. */
export class Box {
  constructor(private readonly root: ShadowRoot, private readonly shelf: string) {
    root.addEventListener('submit', (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.closest('[data-box]') === null) return;
      event.preventDefault();
      void this.send(form, event instanceof SubmitEvent ? event.submitter : null);
    });
    root.addEventListener('input', (event) => {
      if (event.target instanceof HTMLTextAreaElement) keep(this.shelf, event.target.value);
    });
    // The box comes with the section, after this.
    new MutationObserver(() => this.bringBack()).observe(root, { childList: true });
  }

  /** When the answer is lost on its way the browser sends the form itself: the forum then shows the preview. */
  private async send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
    const box = form.closest('[data-box]');
    if (box === null || box.getAttribute('aria-busy') === 'true') return;
    box.setAttribute('aria-busy', 'true');
    const answer = await this.ask(form, button).catch(() => null);
    box.removeAttribute('aria-busy');
    if (answer === null) return HTMLFormElement.prototype.submit.call(form);
    const slip = readHtml(answer.html).body.firstElementChild;
    if (slip === null) return;
    const next = bring(slip) as HTMLElement;
    box.replaceWith(next);
    if (next.querySelector('textarea') === null) keep(this.shelf, '');
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  private async ask(form: HTMLFormElement, button: HTMLElement | null): Promise<Answer> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    const [name, value] = [button?.getAttribute('name'), button?.getAttribute('value')];
    if (name != null) fields.append(name, value ?? '');
    // A field may be called "action": the attribute is asked for.
    const answer = await askForum(form.getAttribute('action') ?? '', { method: 'POST', body: fields, headers: { accept: 'application/json' } });
    const said = (await answer.json()) as Partial<Answer>;
    if (typeof said.html !== 'string') throw new TypeError('no slip');
    return { html: said.html };
  }

  private bringBack(): void {
    const text = this.root.querySelector<HTMLTextAreaElement>('[data-box] textarea');
    if (text !== null && text.value === '') text.value = sessionStorageOr()?.getItem(this.shelf) ?? '';
  }
}

/** What is being written outlives a reload of the page, in this tab alone. */
function keep(shelf: string, text: string): void {
  const storage = sessionStorageOr();
  try {
    if (text === '') storage?.removeItem(shelf);
    else storage?.setItem(shelf, text);
  } catch {
    // A full shelf is no reason to stop somebody who writes.
  }
}

/** Browsers that keep nothing throw when they are only asked. */
function sessionStorageOr(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
