import { closer, moved, type View } from './map-box.ts';

/** After how many pixels a press counts as a movement and follows no link. */
const STILL = 4;

interface Finger {
  x: number;
  y: number;
}

/**
 * One finger or a mouse moves the map, two fingers bring it closer, and so does the wheel with Ctrl, which browsers
 * send for pinching on a touchpad.
 */
export function startDragging(map: HTMLElement, view: View): void {
  const fingers = new Map<number, Finger>();
  let travelled = 0;
  const drawing = (): SVGSVGElement | null => map.querySelector('svg');
  map.addEventListener('dragstart', (event) => event.preventDefault());
  map.addEventListener('pointerdown', (event) => {
    if (!drawing()?.contains(event.target as Node) || event.button !== 0) return;
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  map.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    const edges = drawing()?.getBoundingClientRect();
    if (before === undefined || edges === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
    if (travelled <= STILL) return;
    drawing()?.setPointerCapture(event.pointerId);
    if (other === undefined)
      view.show(moved(view.seen(), (before.x - now.x) / edges.width, (before.y - now.y) / edges.height));
    else view.show(closer(view.seen(), apart(now, other) / Math.max(1, apart(before, other))));
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    map.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
  map.addEventListener(
    'click',
    (event) => {
      if (travelled > STILL && drawing()?.contains(event.target as Node)) event.preventDefault();
      travelled = 0;
    },
    true,
  );
  map.addEventListener(
    'wheel',
    (event) => {
      const edges = drawing()?.getBoundingClientRect();
      if (!event.ctrlKey || edges === undefined || !drawing()?.contains(event.target as Node)) return;
      event.preventDefault();
      const at = [(event.clientX - edges.left) / edges.width, (event.clientY - edges.top) / edges.height] as const;
      view.show(closer(view.seen(), event.deltaY < 0 ? 1.25 : 0.8, ...at));
    },
    { passive: false },
  );
}

function apart(one: Finger, other: Finger): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
