import { announce } from '../kit/announce.ts';
import { ComingItem } from './coming-item.ts';
import { ComingUpload, type Ended, fingerprintOf } from './coming-upload.ts';
import { FileSlips, sayNotTaken } from './file-slips.ts';
import { type KeptUpload, KeptUploads, tokenOf } from './kept-uploads.ts';
import { filesOf } from './sent-mark.ts';

const known = new WeakMap<HTMLFormElement, SentFiles>();

/** The files of one form: each goes up by itself, one after the other, and becomes a slip of the form. */
export class SentFiles {
  private readonly kept: KeptUploads;
  private readonly slips: FileSlips;
  private readonly template: HTMLTemplateElement;
  private readonly list: ComingUpload[] = [];
  /** Uploads that were begun before the page was loaded. */
  private readonly halves = new Map<string, HTMLElement>();
  /** How many slips have been asked for and have not come. */
  private placing = 0;
  /** The button by which the form was sent: it leaves as soon as its files have arrived. */
  private leaving: HTMLElement | null = null;

  static of(form: HTMLFormElement, field: HTMLInputElement): SentFiles {
    const there = known.get(form) ?? new SentFiles(form, field);
    known.set(form, there);
    return there;
  }

  private constructor(
    private readonly form: HTMLFormElement,
    private readonly field: HTMLInputElement,
  ) {
    this.kept = new KeptUploads(filesOf(form));
    this.slips = new FileSlips(part(form, '[data-slips]'));
    this.template = part<HTMLTemplateElement>(form, 'template[data-coming]');
    // Listens before the form's own listeners, which take a form that is being sent for one that was sent.
    document.addEventListener('submit', (event) => this.hold(event), true);
    form.addEventListener('click', (event) => this.act(event));
    this.slips.followThose();
    this.restore();
  }

  take(files: readonly File[]): void {
    for (const file of files) {
      const { kept, template } = this;
      const onStand = (): void => this.stand();
      const coming = new ComingUpload({ file, form: pathOf(this.form), kept, template, onStand });
      this.list.push(coming);
      this.slips.list.append(coming.item.element);
      void coming.ended.then((ended) => this.ended(coming, ended));
    }
    // These files are sent already: the form would send them once more.
    if (files.length > 0) this.field.value = '';
    this.slips.renumber();
    this.next();
  }

  private get isBusy(): boolean {
    return this.placing > 0 || this.list.some(({ state }) => state === 'waits' || state === 'comes');
  }

  /** Begins the next upload. They come one after the other, since they share one connection. */
  private next(): void {
    if (this.list.some(({ state }) => state === 'comes')) return;
    const coming = this.list.find(({ state }) => state === 'waits');
    if (coming === undefined) return this.leave();
    const fingerprint = fingerprintOf(coming.file);
    const begun = this.kept.all.find((each) => each.fingerprint === fingerprint && each.percent < 100);
    const url = begun?.url ?? null;
    // Another file with the same fingerprint stands still and may go on with that upload.
    const isTaken = this.list.some((each) => each.state === 'stands' && each.url === url);
    this.halves.get(url ?? '')?.remove();
    coming.start(isTaken ? null : url);
  }

  private async ended(coming: ComingUpload, ended: Ended): Promise<void> {
    const { element } = coming.item;
    this.list.splice(this.list.indexOf(coming), 1);
    if (ended === null) element.remove();
    else if ('refused' in ended) {
      this.leaving = null;
      element.replaceWith(ended.refused);
      sayNotTaken(ended.refused, coming.file.name);
    } else await this.place(ended.url, element, coming.file.name);
    this.slips.renumber();
    this.next();
  }

  private async place(url: string, instead: HTMLElement, name = ''): Promise<void> {
    this.placing += 1;
    await this.slips.put(url, instead, name);
    this.placing -= 1;
  }

  /**
   * Keeps the form from being sent without a file that somebody expects to go along: they see that it stands still, and
   * choose.
   */
  private stand(): void {
    this.leaving = null;
    this.next();
  }

  /** Brings back what this window has sent for this form before the page was loaded. */
  private restore(): void {
    const there = new Set(this.slips.tokens);
    // The files that the form has come back with are all of its whole files: others were removed or have become part of
    // one.
    if (there.size > 0) this.kept.keepOnly(({ url, percent }) => percent < 100 || there.has(tokenOf(url)));
    for (const upload of this.kept.all) if (!there.has(tokenOf(upload.url))) this.bringBack(upload);
    this.slips.renumber();
  }

  private bringBack({ url, percent }: KeptUpload): void {
    const item = new ComingItem(this.template, '');
    this.slips.list.append(item.element);
    if (percent === 100) {
      void this.place(url, item.element).then(() => this.next());
      return;
    }
    item.half(percent);
    this.halves.set(url, item.element);
    item.on('stop', () => {
      item.element.remove();
      this.throwAway(url);
    });
  }

  private throwAway(url: string): void {
    this.kept.forget(url);
    this.slips.renumber();
    void fetch(url, { method: 'DELETE', credentials: 'same-origin', headers: { 'tus-resumable': '1.0.0' } }).catch(
      () => undefined,
    );
  }

  /** Does what the buttons of a slip do, without loading the page. */
  private act(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const slip = button?.closest<HTMLElement>('[data-upload]') ?? null;
    if (button === null || slip === null) return;
    if (button.name === 'arrange') {
      event.preventDefault();
      return this.move(slip, button);
    }
    if (button.name !== 'remove' || !this.slips.tokens.includes(button.value)) return;
    event.preventDefault();
    const next = slip.nextElementSibling ?? slip.previousElementSibling;
    slip.remove();
    this.throwAway(new URL(`/uploads/${button.value}`, location.href).href);
    (next?.querySelector<HTMLElement>('input:not([type="hidden"]), button') ?? this.field).focus();
  }

  private move(slip: HTMLElement, button: HTMLButtonElement): void {
    const place = this.slips.move(slip, button.value.startsWith('up '));
    // At the end of the list the button is hidden: the focus goes to the other one.
    const stays = button.offsetParent === null ? slip.querySelectorAll('button') : [button];
    [...stays].find((each) => each.offsetParent !== null)?.focus();
    announce((this.template.dataset.moved ?? '').replace('{place}', String(place)));
  }

  private hold(event: SubmitEvent): void {
    if (event.target !== this.form || !this.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.leaving = event.submitter;
    announce(this.template.dataset.waits ?? '');
  }

  private leave(): void {
    if (this.isBusy) return;
    const button = this.leaving;
    this.leaving = null;
    button?.click();
  }
}

/** The path to which the form is sent. `form.action` could be a button of that name. */
function pathOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).pathname;
}

function part<E extends HTMLElement>(form: HTMLFormElement, selector: string): E {
  const found = form.querySelector<E>(selector);
  if (found === null) throw new Error(`no ${selector} in this form`);
  return found;
}
