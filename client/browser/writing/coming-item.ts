import { announce } from '../kit/announce.ts';

/** A file in the list of a form while it comes: its name, how far it is, and buttons. Its words are the page's own. */
export class ComingItem {
  readonly element: HTMLElement;
  private said = 0;

  constructor(
    private readonly template: HTMLTemplateElement,
    private readonly name: string,
  ) {
    this.element = document.importNode(template.content, true).firstElementChild as HTMLElement;
    for (const place of this.element.querySelectorAll('[data-name]'))
      place.textContent = place.classList.contains('vh') ? ` ${name}` : name;
    this.far(0);
  }

  on(button: 'again' | 'stop', act: () => void): void {
    this.part<HTMLButtonElement>(button)?.addEventListener('click', act);
  }

  /** Shows how much of it has come. */
  far(percent: number): void {
    this.show('far', percent);
    this.offer(false);
    // A screen reader says each quarter only.
    if (Math.floor(percent / 25) > this.said && percent < 100) announce(this.words('far', percent));
    this.said = Math.floor(percent / 25);
  }

  /** Shows that it does not come any more until somebody presses a button; `why` where something is wrong with it. */
  stopped(percent: number, why: string | null): void {
    this.show('stopped', percent);
    this.offer(true);
    const hint = this.part('hint');
    if (why !== null && hint !== null) hint.textContent = why;
    announce(why ?? this.words('stopped', percent));
  }

  /** Shows that half of it came before this page was loaded: only whoever has the file can send the rest. */
  half(percent: number): void {
    this.show('half', percent);
  }

  say(what: 'begins' | 'breaks' | 'arrived'): void {
    announce((this.template.dataset[what] ?? '').replace('{name}', this.name));
  }

  private show(what: 'far' | 'stopped' | 'half', percent: number): void {
    const place = this.part('far-words');
    if (place !== null) place.textContent = this.words(what, percent);
    const bar = this.element.querySelector('progress');
    if (bar !== null) bar.value = percent;
  }

  private offer(again: boolean): void {
    const button = this.part<HTMLButtonElement>('again');
    if (button !== null) button.hidden = !again;
  }

  private words(what: 'far' | 'stopped' | 'half', percent: number): string {
    return (this.template.dataset[what] ?? '').replace('{percent}', String(percent));
  }

  private part<E extends HTMLElement>(name: string): E | null {
    return this.element.querySelector<E>(`[data-${name}]`);
  }
}
