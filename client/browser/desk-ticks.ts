import { Shelf } from './shelf.ts';

const TICKS = 'palabre:ticks';
const shelf = new Shelf(() => sessionStorage);

/** Ids with the versions that were read. */
type Ticks = Record<string, number>;

/** What is ticked stays so from page to page, in this window alone. */
export function startTicks(): { settle(): void } {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.tick === undefined) return;
    note(target);
    settle();
  });
  // With the focus the card would come into hand and grow, and on a phone the click would end on another card.
  document.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('.tick') !== null) event.preventDefault();
  });
  // Ticked while this script was still on its way.
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-tick]:checked')) note(box);
  settle();
  return { settle };
}

/** Once they are chosen they are a matter of the page that says what will happen. */
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
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-tick]')) {
    const [id] = partsOf(box);
    // The version that was ticked counts, not the one that has come since: what nobody has read is not decided.
    if (ticks[id] !== undefined) box.value = `${id}:${ticks[id]}`;
    box.checked = ticks[id] !== undefined;
    // A box is no words that somebody is typing: its card is drawn anew like any other.
    box.defaultChecked = box.checked;
    here.add(id);
  }
  const all = Object.entries(ticks);
  const elsewhere = document.querySelector<HTMLInputElement>('[data-ticked]');
  if (elsewhere !== null) elsewhere.value = all.filter(([id]) => !here.has(id)).map(([id, version]) => `${id}:${version}`).join(',');
  const count = document.querySelector('[data-ticked-count]');
  if (count !== null) count.textContent = all.length === 0 ? '' : `\u00a0(${all.length})`;
}
