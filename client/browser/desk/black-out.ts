/**
 * Draws rectangles over the pages of a file that is to be blacked out, with a mouse or a pen: each becomes a line of
 * the field, which says all of it and can be changed by hand. A finger goes on scrolling.
 */
export function startBlackOut(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="areas"]');
  if (field === null) return;
  for (const page of document.querySelectorAll<HTMLElement>('[data-covering]')) {
    const svg = page.querySelector('svg');
    if (svg !== null) startPage(page, svg, field);
  }
}

const LEAST = 4;

function startPage(page: HTMLElement, svg: SVGSVGElement, field: HTMLTextAreaElement): void {
  page.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    event.preventDefault();
    page.setPointerCapture(event.pointerId);
    const from = placeOf(page, event);
    const rect = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));
    const draw = (to: PointerEvent): void => {
      const [left, top, width, height] = between(from, placeOf(page, to));
      for (const [name, value] of Object.entries({ x: left, y: top, width, height }))
        rect.setAttribute(name, `${value}`);
    };
    const end = (to: PointerEvent): void => {
      page.removeEventListener('pointermove', draw);
      page.removeEventListener('pointerup', end);
      page.removeEventListener('pointercancel', end);
      const area = between(from, placeOf(page, to));
      if (to.type !== 'pointerup' || area[2] < LEAST || area[3] < LEAST) return rect.remove();
      const line = [page.dataset['covering'], ...area].join(' ');
      field.value = `${field.value.trim()}\n${line}`.trim();
    };
    page.addEventListener('pointermove', draw);
    page.addEventListener('pointerup', end);
    page.addEventListener('pointercancel', end);
  });
}

type Spot = readonly [number, number];

/** In thousandths of the page. */
function placeOf(page: HTMLElement, { clientX, clientY }: PointerEvent): Spot {
  const { left, top, width, height } = page.getBoundingClientRect();
  const thousandths = (at: number, all: number): number => Math.min(999, Math.max(0, Math.round((at / all) * 1_000)));
  return [thousandths(clientX - left, width), thousandths(clientY - top, height)];
}

function between([x, y]: Spot, [u, v]: Spot): [left: number, top: number, width: number, height: number] {
  return [Math.min(x, u), Math.min(y, v), Math.abs(u - x), Math.abs(v - y)];
}
