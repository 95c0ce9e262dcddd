import { isFolded, prefetch, unfold } from './desk-unfold.ts';

/**
 * The card in hand: the one that keys act upon. It follows the focus, and stays the same when the list is drawn anew.
 */
export class Hand {
  /** Whether the acts of the card in hand are access keys too. */
  keyed = true;
  private id: string;
  private place = 0;
  private isAtWork = false;

  constructor(private readonly list: HTMLElement) {
    this.id = list.querySelector<HTMLElement>('article.here')?.dataset.submission ?? '';
    list.addEventListener('focusin', ({ target }) => {
      const card = target instanceof Element ? target.closest<HTMLElement>('article[data-submission]') : null;
      if (card !== null && card.dataset.submission !== this.id) this.take(card);
    });
    list.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-folded]>.q') : null;
      const card = link?.closest<HTMLElement>('article') ?? null;
      if (link === null || card === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.focus(card);
      void unfold(card).then((drawn) => drawn || location.assign(link.href));
    });
    // Nothing is asked for as long as somebody only looks at the queue.
    const begin = (): void => {
      if (this.isAtWork) return;
      this.isAtWork = true;
      this.settle();
    };
    for (const sign of ['keydown', 'pointermove', 'pointerdown', 'focusin'])
      document.addEventListener(sign, begin, { once: true, passive: true });
    this.settle();
  }

  get card(): HTMLElement | null {
    return this.cards().find(({ dataset }) => dataset.submission === this.id) ?? null;
  }

  take(card: HTMLElement): void {
    this.id = card.dataset.submission ?? '';
    this.settle();
  }

  /** Moves to the next card (1) or to the one before (-1), with the focus. */
  move(step: 1 | -1): void {
    const cards = this.cards();
    const at = cards.findIndex(({ dataset }) => dataset.submission === this.id);
    this.focus(cards[Math.min(Math.max(at + step, 0), cards.length - 1)]);
  }

  focus(card: HTMLElement | undefined | null): void {
    if (!card) return;
    this.take(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }

  /** The card that takes the position of one that is decided. */
  after(line: Element): HTMLElement | null {
    const cards = this.cards();
    const follows = (card: Element): boolean =>
      (line.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const others = cards.filter((card) => !line.contains(card));
    return others.find(follows) ?? others[others.length - 1] ?? null;
  }

  /** Called after the list was drawn anew: chooses the same card, or the one in its position. */
  settle(): void {
    const cards = this.cards();
    const at = cards.findIndex(({ dataset }) => dataset.submission === this.id);
    this.place = at >= 0 ? at : Math.min(this.place, cards.length - 1);
    const inHand = cards[this.place];
    this.id = inHand?.dataset.submission ?? '';
    for (const card of cards) {
      card.tabIndex = -1;
      card.classList.toggle('here', card === inHand);
      for (const act of card.querySelectorAll<HTMLElement>('[data-key]'))
        act.accessKey = this.keyed && card === inHand ? (act.dataset.key ?? '') : '';
    }
    // The next card is asked for as well, for it is in hand as soon as this one is decided.
    if (inHand !== undefined && isFolded(inHand)) void unfold(inHand).then((drawn) => drawn && this.settle());
    else if (this.isAtWork) prefetch(cards[this.place + 1]);
  }

  private cards(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('article[data-submission]')];
  }
}
