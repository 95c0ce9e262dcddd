import { askForum, bring, make, readHtml } from './forum.ts';

interface Answer {
  html: string;
  sent: boolean;
}

/**
 * The form of a section. It is sent to the forum without leaving the page, and the fragment that the forum answers is
 * put in its place.
 */
export class Box {
  constructor(
    private readonly root: ShadowRoot,
    private readonly shelf: string,
  ) {
    root.addEventListener('submit', (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.closest('[data-box]') === null) return;
      event.preventDefault();
      void this.send(form, event instanceof SubmitEvent ? event.submitter : null);
    });
    root.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-reply]') : null;
      if (
        link !== null &&
        event instanceof MouseEvent &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.shiftKey &&
        this.reply(link.dataset.reply ?? '')
      )
        event.preventDefault();
    });
    root.addEventListener('input', (event) => {
      if (event.target instanceof HTMLTextAreaElement) keep(this.shelf, event.target.value);
    });
    // The form is added to the page with the section, after this line has run.
    new MutationObserver(() => this.bringBack()).observe(root, { childList: true });
  }

  /** If the answer is lost on its way, the browser sends the form itself: the forum then shows the preview. */
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
    if (answer.sent) keep(this.shelf, '');
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  private async ask(form: HTMLFormElement, button: HTMLElement | null): Promise<Answer> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    const [name, value] = [button?.getAttribute('name'), button?.getAttribute('value')];
    if (name != null) fields.append(name, value ?? '');
    // Asked as an attribute, because a field may be called "action" and hide the property.
    const answer = await askForum(form.getAttribute('action') ?? '', {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
    });
    const said = (await answer.json()) as Partial<Answer>;
    if (typeof said.html !== 'string') throw new TypeError('no slip');
    return { html: said.html, sent: answer.status === 201 };
  }

  /**
   * « Répondre à ce message » without leaving the page. False where there is no form to write in: the browser then
   * follows the link.
   */
  private reply(number: string): boolean {
    const text = this.root.querySelector<HTMLTextAreaElement>('[data-box] form[data-writing] textarea');
    const form = text?.form ?? null;
    if (text === null || form === null) return false;
    const said = form.querySelector<HTMLElement>('[data-replying]');
    if (said?.dataset.replying !== undefined) {
      said.textContent = said.dataset.replying.replace('{number}', number);
      said.hidden = false;
    }
    const field = form.querySelector<HTMLInputElement>('input[name="replyTo"]') ?? make('input');
    Object.assign(field, { type: 'hidden', name: 'replyTo', value: number });
    form.append(field);
    text.focus();
    return true;
  }

  private bringBack(): void {
    const text = this.root.querySelector<HTMLTextAreaElement>('[data-box] textarea');
    if (text !== null && text.value === '') text.value = sessionStorageOr()?.getItem(this.shelf) ?? '';
  }
}

/** Keeps the text that is being written over a reload of the page, in this tab only. */
function keep(shelf: string, text: string): void {
  const storage = sessionStorageOr();
  try {
    if (text === '') storage?.removeItem(shelf);
    else storage?.setItem(shelf, text);
  } catch {
    // When the storage is full, the text is simply not kept.
  }
}

/** The storage, or null: where storage is forbidden, browsers throw as soon as it is named. */
function sessionStorageOr(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
