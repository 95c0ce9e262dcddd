import { readElement } from './fragment.ts';

/** Puts dates and parts as they are now in the place of those that the page shows. */
export function replaceSeats(html: string): void {
  for (const item of readElement(html)?.querySelectorAll<HTMLElement>('[data-date],[data-part]') ?? []) {
    const { date, part } = item.dataset;
    const selector = date === undefined ? `[data-part="${part}"]` : `[data-date="${date}"]`;
    document.querySelector(`[data-workshop] ${selector}`)?.replaceWith(item);
  }
}
