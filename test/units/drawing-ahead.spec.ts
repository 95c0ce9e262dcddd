import { expect, test } from '@jest/globals';
import { drawAhead, drawnAhead } from '../../src/markup/ahead.js';
import { draw } from '../../src/markup/draw.js';
import { render } from '../../src/markup/render.js';

const LONG = `{{Quai du Levant}} : ${'[voir->https://un.example/plan] « ici », '.repeat(120)}fin.`;

test('a long text is drawn in a thread of its own, as it would be drawn here, and the one that follows finds it', async () => {
  expect(drawnAhead(LONG, 'fr')).toBeNull();
  await drawAhead(LONG, 'fr');
  expect(drawnAhead(LONG, 'fr')).toBe(draw(LONG, 'fr'));
  expect(drawnAhead(LONG, 'en')).toBeNull();
  expect(render(LONG, 'fr')).toBe(draw(LONG, 'fr'));
});

test('what others ask goes on while the dearest texts are drawn', async () => {
  const dear = Array.from({ length: 12 }, (_, n) => `${n} ${'[a->b'.repeat(4_000)}`.slice(0, 20_000));
  let turns = 0;
  let over = false;
  const turn = (): void => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  turn();
  await Promise.all(dear.map((text) => drawAhead(text, 'fr')));
  over = true;
  // Drawn here, each text would be one turn.
  expect(turns).toBeGreaterThan(10 * dear.length);
  expect(drawnAhead(dear.at(-1) ?? '', 'fr')).toBe(draw(dear.at(-1) ?? '', 'fr'));
});

test('a short text is drawn at once', async () => {
  await drawAhead('{{court}}', 'fr');
  expect(drawnAhead('{{court}}', 'fr')).toBeNull();
});
