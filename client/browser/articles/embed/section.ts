/**
 * The content of the shadow root. A newer version of the section is put in piece by piece: the form in which somebody
 * writes is never touched, and comments that did not change stay, so that neither the scroll position nor the focus
 * moves.
 */
export class Section {
  private shown: HTMLElement | null = null;
  /**
   * The HTML of each comment as the server sent it last, so that changes made by the surrounding page do not count.
   */
  private readonly drawn = new WeakMap<Element, string>();

  constructor(private readonly root: ShadowRoot) {}

  /** Address of the live part; null as long as nothing is shown, or nothing can change. */
  get live(): string | null {
    return this.shown?.dataset.live ?? null;
  }

  show(next: HTMLElement): void {
    for (const item of next.querySelectorAll('ol.posts > li')) this.drawn.set(item, item.outerHTML);
    if (this.shown === null || !this.isSame(next)) {
      this.root.replaceChildren(next);
      this.shown = next;
      return;
    }
    const list = this.shown.querySelector(':scope > ol.posts');
    const box = this.shown.querySelector(':scope > [data-box]');
    const children = [...next.children].map((child) => {
      if (list !== null && child.matches('ol.posts')) return this.merged(list, child);
      return box !== null && child.matches('[data-box]') ? box : child;
    });
    replaceChildren(this.shown, children);
  }

  /**
   * Scrolls to the comment that the page was opened at: its anchor is in the shadow root, where the browser does not
   * search.
   */
  showTarget(): void {
    const name = decodeURIComponent(location.hash.slice(1));
    if (name !== '') this.root.getElementById(name)?.scrollIntoView();
  }

  private isSame({ dataset }: HTMLElement): boolean {
    return this.shown?.dataset.site === dataset.site && this.shown?.dataset.article === dataset.article;
  }

  private merged(list: Element, next: Element): Element {
    const standing = new Map([...list.children].map((item) => [nameOf(item), item]));
    replaceChildren(
      list,
      [...next.children].map((item) => {
        const same = standing.get(nameOf(item));
        return same !== undefined && this.drawn.get(same) === this.drawn.get(item) ? same : item;
      }),
    );
    return list;
  }
}

function nameOf(item: Element): string {
  return item.querySelector('article')?.id ?? '';
}

/**
 * Like the browser's method of this name, but it never removes elements that stay, so that the focus and a text that is
 * being typed survive.
 */
function replaceChildren(parent: Element, wanted: Element[]): void {
  const staying = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!staying.has(child as Element)) child.remove();
  let at = parent.firstChild;
  for (const child of wanted) {
    if (child === at) at = at.nextSibling;
    else parent.insertBefore(child, at);
  }
}
