import { fetchPage } from './fragment.ts';

/**
 * Draws some parts of this page anew from the server: of each selector the first element, in this page and in the
 * fetched one.
 */
export function refreshParts(...selectors: string[]): void {
  void fetchPage(location.pathname + location.search)
    .then(({ page }) => {
      for (const selector of selectors) replacePart(selector, page);
    })
    .catch(() => undefined);
}

export function replacePart(selector: string, page: Document): void {
  const here = document.querySelector(selector);
  const there = page.querySelector(selector);
  if (here !== null && there !== null) here.replaceWith(document.importNode(there, true));
}
