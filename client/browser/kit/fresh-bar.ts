/** The slim bar « 3 nouveaux messages », a link with a number. Its words stand in the page. */
export class FreshBar {
  private count = 0;
  private readonly link: HTMLAnchorElement;

  private constructor(
    private readonly bar: HTMLElement,
    link: HTMLAnchorElement,
  ) {
    this.link = link;
  }

  /** The bar of this page, or null where it has none. */
  static find(): FreshBar | null {
    const bar = document.querySelector<HTMLElement>('[data-fresh]');
    const link = bar?.querySelector('a') ?? null;
    return bar === null || link === null ? null : new FreshBar(bar, link);
  }

  get shown(): boolean {
    return this.count > 0;
  }

  /** Counts one more. If the bar was not shown yet, its link leads to `address` from now on. */
  add(address: string | null): void {
    if (this.count === 0 && address !== null) this.link.setAttribute('href', address);
    this.count += 1;
    this.link.textContent = this.words(this.count);
    this.bar.hidden = false;
  }

  /** Counts one less. */
  drop(): void {
    this.count -= 1;
    this.link.textContent = this.words(this.count);
    this.bar.hidden = this.count === 0;
  }

  clear(): void {
    this.count = 0;
    this.bar.hidden = true;
  }

  onPress(act: (event: MouseEvent) => void): void {
    this.link.addEventListener('click', act);
  }

  words(count: number): string {
    const words = count === 1 ? this.bar.dataset.one : this.bar.dataset.many;
    return (words ?? '').replace('{count}', String(count));
  }
}
