/**
 * Draws rectangles over the pages of a file that is to be blacked out: each becomes a line of the field, which says all
 * of it and can be changed by hand. A mouse and a pen draw at once; a finger goes on scrolling until it is told to
 * draw.
 */
export function startBlackOut(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="areas"]');
  const pages = [...document.querySelectorAll<HTMLElement>('[data-covering]')];
  if (field === null || pages.length === 0) return;
  const draw = (): void => drawLines(pages, field.value);
  for (const page of pages) takeOver(page, field.value);
  field.addEventListener('input', draw);
  startTools(pages, field, draw);
  for (const page of pages)
    startPage(page, (area) => {
      field.value = `${field.value.trim()}\n${[page.dataset['covering'], ...area].join(' ')}`.trim();
      draw();
    });
  draw();
}

const LEAST = 4;

type Spot = readonly [number, number];
type Box = readonly [left: number, top: number, width: number, height: number];

/** The bar above the pages: whether a finger draws, and taking the last rectangle back. */
function startTools(pages: readonly HTMLElement[], field: HTMLTextAreaElement, draw: () => void): void {
  const bar = document.querySelector<HTMLElement>('[data-covering-tools]');
  const finger = bar?.querySelector<HTMLButtonElement>('[data-finger]') ?? null;
  if (bar === null || finger === null) return;
  bar.hidden = false;
  finger.hidden = navigator.maxTouchPoints === 0;
  finger.addEventListener('click', () => {
    const draws = finger.getAttribute('aria-pressed') !== 'true';
    finger.setAttribute('aria-pressed', String(draws));
    for (const page of pages) page.classList.toggle('by-finger', draws);
  });
  bar.querySelector('[data-last]')?.addEventListener('click', () => {
    field.value = field.value.trim().split('\n').slice(0, -1).join('\n');
    draw();
  });
}

/** Removes what the server has drawn of these lines: from here on the field says what is covered. */
function takeOver(page: HTMLElement, lines: string): void {
  const sides = ['x', 'y', 'width', 'height'];
  const drawn = new Set(
    lines.split('\n').map((line) =>
      line
        .trim()
        .split(/[\s,;]+/)
        .join(' '),
    ),
  );
  for (const rect of page.querySelectorAll('rect'))
    if (drawn.has([page.dataset['covering'], ...sides.map((side) => rect.getAttribute(side))].join(' ')))
      rect.remove();
}

/** Draws all lines of the field as rectangles. What the server has drawn of ticked places stays below them. */
function drawLines(pages: readonly HTMLElement[], lines: string): void {
  const areas = lines.split('\n').map((line) => line.trim().split(/[\s,;]+/));
  for (const page of pages) {
    for (const old of page.querySelectorAll('rect[data-drawn]')) old.remove();
    for (const [number, ...sides] of areas)
      if (number === page.dataset['covering'] && sides.length === 4) {
        const rect = put(page);
        if (rect !== null) place(rect, sides.map(Number) as [number, number, number, number]);
      }
  }
}

function put(page: HTMLElement): SVGRectElement | null {
  const rect = page.querySelector('svg')?.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));
  rect?.setAttribute('data-drawn', '');
  return rect ?? null;
}

function place(rect: SVGRectElement, [x, y, width, height]: Box): void {
  for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, `${value || 0}`);
}

function startPage(page: HTMLElement, add: (area: Box) => void): void {
  page.addEventListener('pointerdown', (event) => {
    const isFinger = event.pointerType === 'touch';
    if (!event.isPrimary || event.button !== 0 || (isFinger && !page.classList.contains('by-finger'))) return;
    event.preventDefault();
    page.setPointerCapture(event.pointerId);
    const from = placeOf(page, event);
    const rect = put(page);
    if (rect === null) return;
    const draw = (to: PointerEvent): void => place(rect, between(from, placeOf(page, to)));
    const end = (to: PointerEvent): void => {
      page.removeEventListener('pointermove', draw);
      page.removeEventListener('pointerup', end);
      page.removeEventListener('pointercancel', end);
      rect.remove();
      const area = between(from, placeOf(page, to));
      if (to.type === 'pointerup' && area[2] >= LEAST && area[3] >= LEAST) add(area);
    };
    page.addEventListener('pointermove', draw);
    page.addEventListener('pointerup', end);
    page.addEventListener('pointercancel', end);
  });
}

/** The position of the pointer, in thousandths of the page. */
function placeOf(page: HTMLElement, { clientX, clientY }: PointerEvent): Spot {
  const { left, top, width, height } = page.getBoundingClientRect();
  const thousandths = (at: number, all: number): number => Math.min(999, Math.max(0, Math.round((at / all) * 1_000)));
  return [thousandths(clientX - left, width), thousandths(clientY - top, height)];
}

function between([x, y]: Spot, [u, v]: Spot): Box {
  return [Math.min(x, u), Math.min(y, v), Math.abs(u - x), Math.abs(v - y)];
}
