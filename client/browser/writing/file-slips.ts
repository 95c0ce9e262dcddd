import { announce } from '../kit/announce.ts';
import { readElement } from '../kit/fragment.ts';

/**
 * Milliseconds before the server is asked again what became of a file that is still being checked, where the server
 * could not wait for that.
 */
const PAUSE = 2_000;
/** How many letters the token of an upload has; the id of a document of the text has more. */
const TOKEN = 32;

/** The slips in the list of a form, as the server draws them. */
export class FileSlips {
  constructor(readonly list: HTMLElement) {}

  /** The tokens of the uploads in this list; an id of a document of the text is no token. */
  get tokens(): string[] {
    return [...this.list.querySelectorAll<HTMLInputElement>('[data-upload] input[name="upload"]')]
      .map(({ value }) => value)
      .filter((value) => value.length === TOKEN);
  }

  /**
   * Puts the slip of an upload in the place of something else, and what became of the upload, as soon as that is known.
   * As long as the server does not answer it is asked again. `name` is shown of a file that is not taken, since the
   * server does not know it.
   */
  async put(url: string, instead: HTMLElement, name = ''): Promise<void> {
    let slip: HTMLElement | null | undefined;
    while (slip === undefined && instead.isConnected) {
      slip = await this.ask(url, false).catch(() => undefined);
      if (slip === undefined) await pause();
    }
    if (slip === null || slip === undefined) instead.remove();
    else instead.replaceWith(slip);
    this.renumber();
    if (slip?.matches('[data-not-taken]')) sayNotTaken(slip, name);
    else if (slip) void this.follow(url, slip, name);
  }

  /** Moves a slip up or down among the slips, whatever else stands between them. Answers its new position. */
  move(slip: HTMLElement, up: boolean): number {
    const slips = [...this.list.querySelectorAll<HTMLElement>('[data-upload]')];
    const at = slips.indexOf(slip);
    if (up) slips[at - 1]?.before(slip);
    else slips[at + 1]?.after(slip);
    this.renumber();
    return [...this.list.querySelectorAll('[data-upload]')].indexOf(slip) + 1;
  }

  renumber(): void {
    [...this.list.querySelectorAll('[data-upload]')].forEach((slip, at) => {
      for (const place of slip.querySelectorAll('[data-nth], [data-called]'))
        place.textContent = (place.textContent ?? '').replace(/\d+/, String(at + 1));
    });
    this.list.hidden = this.list.childElementCount === 0;
    const join = this.list.parentElement?.querySelector<HTMLElement>('[data-join]') ?? null;
    if (join !== null) join.hidden = this.list.querySelectorAll('[name="together"]').length < 2;
  }

  /** Asks for the slips that the page came with: each then says what became of its file. */
  followThose(): void {
    for (const slip of this.list.querySelectorAll<HTMLElement>('[data-upload]')) {
      const token = slip.querySelector<HTMLInputElement>('input[name="upload"]')?.value ?? '';
      if (token.length === TOKEN) void this.follow(new URL(`/uploads/${token}`, location.href).href, slip, '');
    }
  }

  private async follow(url: string, slip: HTMLElement, name: string): Promise<void> {
    const became = (): HTMLElement | null => slip.querySelector<HTMLElement>('[data-became]');
    while (slip.isConnected && became()?.dataset.became === 'unchecked') {
      const next = await this.ask(url, true).catch(() => undefined);
      if (next === null || !slip.isConnected) return;
      if (next?.matches('[data-not-taken]')) {
        slip.replaceWith(next);
        this.renumber();
        return sayNotTaken(next, name);
      }
      const now = next?.querySelector<HTMLElement>('[data-became]');
      if (next === undefined || now?.dataset.became === 'unchecked') await pause();
      else if (now !== null && now !== undefined) {
        became()?.replaceWith(now);
        for (const part of ['[data-look]', '[data-cover]']) replaceIn(slip, next, part);
        for (const called of slip.querySelectorAll('[data-called]'))
          called.textContent = next.querySelector('[data-called]')?.textContent ?? '';
        chooseAs(slip, next);
        this.renumber();
        announce(now.textContent?.trim() ?? '');
      }
    }
  }

  /** The slip as the server draws it now; null where the upload is gone. @throws where the server does not answer */
  private async ask(url: string, wait: boolean): Promise<HTMLElement | null> {
    const query = new URLSearchParams({
      prefix: `${this.list.dataset.slips ?? 'files'}-${url
        .slice(-6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '-')}`,
      nth: String(Math.min(this.list.querySelectorAll('[data-upload]').length + 1, 99)),
      ...(wait && { wait: 'yes' }),
    });
    const answer = await fetch(`${url}/slip?${query.toString()}`, {
      credentials: 'same-origin',
      headers: { accept: 'text/html' },
    });
    if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
    return answer.ok ? readElement(await answer.text()) : null;
  }
}

/** Fills the name of the file into what the server says of it, and lets screen readers read it. */
export function sayNotTaken(item: HTMLElement, name: string): void {
  const place = item.querySelector('[data-name]');
  if (place !== null) place.textContent = name;
  announce([...item.querySelectorAll('p')].map((words) => words.textContent?.trim()).join(' '));
}

function pause(): Promise<void> {
  return new Promise((go) => setTimeout(go, PAUSE));
}

function replaceIn(slip: HTMLElement, next: HTMLElement, part: string): void {
  const known = next.querySelector(part);
  if (known !== null) slip.querySelector(part)?.replaceWith(known);
}

/**
 * Chooses in the form what kind of file it is, which is known after it was checked. A choice that somebody has made
 * meanwhile stays.
 */
function chooseAs(slip: HTMLElement, next: HTMLElement): void {
  const [mine, theirs] = [slip, next].map((each) =>
    each.querySelector<HTMLSelectElement>('select[name="uploadNature"]'),
  );
  const isChosen = [...(mine?.options ?? [])].some((option) => option.selected !== option.defaultSelected);
  if (mine && theirs && !isChosen) mine.value = theirs.value;
}
