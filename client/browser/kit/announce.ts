/** Has a screen reader say something, without interrupting it; the words come from the page itself. */
export function announce(words: string): void {
  const place = document.querySelector<HTMLElement>('[data-announce]');
  if (place !== null) place.textContent = words;
}
