/**
 * For the page that is made to be read in one go: the button that prints it, and a link from another page that does so.
 */
export function startPrinting(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-print]');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => print());
  if (location.hash === '#print') print();
}
