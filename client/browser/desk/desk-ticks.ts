import { Shelf } from '../kit/shelf.ts';

const TICKS = 'palabre:ticks';
const shelf = new Shelf(() => sessionStorage);

/** The ids of ticked cards with the versions that were read. */
type Ticks = Record<string, number>;

/** Keeps the ticks from page to page, in this window only. */
export function startTicks(): { settle(): void } {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'item') return;
    note(target);
    settle();
  });
  // With the focus the card would become the card in hand and grow, and on a phone the click would then hit another
  // card.
  document.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('.tick') !== null) event.preventDefault();
  });
  // Boxes that were ticked before this script was loaded.
  for (const box of document.querySelectorAll<HTMLInputElement>('[name="item"]:checked')) note(box);
  settle();
  return { settle };
}

/** Called when the ticked cards have been sent: from then on the page of the bulk holds them. */
export function forgetTicks(): void {
  shelf.remove(TICKS);
}

function note(box: HTMLInputElement): void {
  const ticks = read();
  const [id, version] = partsOf(box);
  if (box.checked) ticks[id] = version;
  else delete ticks[id];
  shelf.write(TICKS, ticks);
}

function read(): Ticks {
  return shelf.read<Ticks>(TICKS) ?? {};
}

function partsOf(box: HTMLInputElement): [string, number] {
  const [id = '', version] = box.value.split(':');
  return [id, Number(version)];
}

function settle(): void {
  const ticks = read();
  const here = new Set<string>();
  for (const box of document.querySelectorAll<HTMLInputElement>('[name="item"]')) {
    const [id] = partsOf(box);
    // The version that was ticked counts, not a later one, because a version that the moderator has not read must not
    // be decided.
    if (ticks[id] !== undefined) box.value = `${id}:${ticks[id]}`;
    box.checked = ticks[id] !== undefined;
    // A ticked box must not count as unsent typing: its card is drawn anew like any other.
    box.defaultChecked = box.checked;
    here.add(id);
  }
  const all = Object.entries(ticks);
  const elsewhere = document.querySelector<HTMLInputElement>('[data-ticked]');
  if (elsewhere !== null)
    elsewhere.value = all
      .filter(([id]) => !here.has(id))
      .map(([id, version]) => `${id}:${version}`)
      .join(',');
  const count = document.querySelector('[data-ticked-count]');
  if (count !== null) count.textContent = all.length === 0 ? '' : `\u00a0(${all.length})`;
}
