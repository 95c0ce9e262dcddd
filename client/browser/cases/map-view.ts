import { type Box, closer, moved, readBox, type View, within } from './map-box.ts';
import { startDragging } from './map-drag.ts';

/** The position of a mark in its `transform`. Marks keep their size while the map is drawn closer. */
const PLACE = /translate\(([-\d.]+) ([-\d.]+)\) scale\(([-\d.]+)\)/;
/** The size of a mark, in its own units. */
const SIZE = 18;

/** Shows the buttons of a map, and lets it be dragged, pinched and turned closer with the wheel. */
export function startView(map: HTMLElement): View {
  let svg = map.querySelector('svg') as SVGSVGElement;
  const whole = readBox(svg);
  let box = whole;
  const show = (wanted: Box): void => {
    box = within(whole, wanted);
    svg.setAttribute('viewBox', `${box.left} ${box.top} ${box.width} ${box.height}`);
    svg.toggleAttribute('data-close', box.width < whole.width);
    for (const mark of svg.querySelectorAll<SVGGElement>('.pin')) keepSize(mark, box.width / whole.width);
  };
  const view: View = {
    show,
    seen: () => box,
    draw(drawn) {
      svg.replaceWith(drawn);
      svg = drawn;
      show(box);
    },
  };
  startButtons(map, view, whole);
  startDragging(map, view);
  return view;
}

function keepSize(mark: SVGGElement, share: number): void {
  mark.dataset['at'] ??= mark.getAttribute('transform') ?? '';
  const found = PLACE.exec(mark.dataset['at']);
  if (found === null) return;
  const [x, y, scale] = found.slice(1).map(Number) as [number, number, number];
  const back = (SIZE * scale * (1 - share)) / 2;
  mark.setAttribute('transform', `translate(${x + back} ${y + back}) scale(${scale * share})`);
}

function startButtons(map: HTMLElement, view: View, whole: Box): void {
  const acts = map.querySelector<HTMLElement>('[data-map-acts]');
  acts?.removeAttribute('hidden');
  acts?.addEventListener('click', ({ target }) => {
    const { zoom, move } = (target as HTMLElement).closest('button')?.dataset ?? {};
    if (zoom !== undefined) view.show(zoom === '0' ? whole : closer(view.seen(), Number(zoom)));
    const [x = 0, y = 0] = move?.split(' ').map(Number) ?? [];
    if (move !== undefined) view.show(moved(view.seen(), x, y));
  });
}
