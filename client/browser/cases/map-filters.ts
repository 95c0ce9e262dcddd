import { announce } from '../kit/announce.ts';
import { fetchPage } from '../kit/fragment.ts';
import { replacePart } from '../kit/refresh-parts.ts';
import type { View } from './map-box.ts';

/** The parts of the page besides the drawing that filters change. */
const PARTS = ['[data-map-sift]', '[data-map-list]', '[data-map-squares]', '[data-map-departments]'];

/**
 * Lets a filter change marks, numbers and list without loading the page, so that the part of the map that is seen stays
 * the same.
 */
export function startFilters(view: View): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-map-sift] a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !plain || link.pathname !== location.pathname) return;
    event.preventDefault();
    const nth = [...document.querySelectorAll('[data-map-sift] a')].indexOf(link);
    void show(view, link.href).then(
      () => {
        history.pushState(null, '', link.href);
        document.querySelectorAll<HTMLElement>('[data-map-sift] a')[nth]?.focus();
      },
      () => location.assign(link.href),
    );
  });
  addEventListener('popstate', () => void show(view, location.href).catch(() => location.reload()));
}

async function show(view: View, address: string): Promise<void> {
  const { page } = await fetchPage(address);
  const drawn = page.querySelector<SVGSVGElement>('[data-map] svg');
  if (drawn !== null) view.draw(document.importNode(drawn, true));
  for (const part of PARTS) replacePart(part, page);
  announce(page.querySelector('[data-map-count], [data-map-list] .empty p')?.textContent?.trim() ?? '');
}
