/** Says something to those who listen to the page, politely: the words come from the page itself. */
export function announce(words: string): void {
  const place = document.querySelector<HTMLElement>('[data-announce]');
  if (place !== null) place.textContent = words;
}
