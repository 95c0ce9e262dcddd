import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { drawAhead, drawnAhead } from '../../src/markup/ahead.js';
import { draw } from '../../src/markup/draw.js';
import { render } from '../../src/markup/render.js';

const LONG = `{{Quai du Levant}} : ${'[voir->https://un.example/plan] « ici », '.repeat(120)}fin.`;

test('a long text is drawn in a process of its own, as it would be drawn here, and the one that follows finds it', async () => {
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

/**
 * Those that this process has started and that run this program; where the system has no /proc nothing can be asked.
 */
function running(program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name, program))
    .map(Number);
}

function isOurs(name: string, program: string): boolean {
  try {
    const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(parent) === process.pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(program);
  } catch {
    return false;
  }
}

test('what draws long texts gives way to the forum, and knows nothing of how that was started', async () => {
  await drawAhead(`${LONG} Encore.`, 'fr');
  const [drawing, ...others] = running('ahead-process');
  expect(others).toEqual([]);
  expect(getPriority(drawing)).toBe(getPriority() + 10);
  const environment = readFileSync(`/proc/${drawing}/environ`, 'utf8').split('\0');
  expect(environment.filter((line) => !/^(NODE_|$)/.test(line))).toEqual([]);
});

test('where that process is killed, the text is drawn all the same, and the next one has another process', async () => {
  await drawAhead(`${LONG} Une fois.`, 'fr');
  const [killed = 0] = running('ahead-process');
  const dear = `${'|a|b|\n'.repeat(3_900)}`;
  const waiting = drawAhead(dear, 'fr');
  process.kill(killed, 'SIGKILL');
  await waiting;
  expect(render(dear, 'fr')).toBe(draw(dear, 'fr'));
  await drawAhead(`${LONG} Deux fois.`, 'fr');
  expect(drawnAhead(`${LONG} Deux fois.`, 'fr')).toBe(draw(`${LONG} Deux fois.`, 'fr'));
  expect(running('ahead-process')).not.toContain(killed);
});

test('a short text is drawn at once', async () => {
  await drawAhead('{{court}}', 'fr');
  expect(drawnAhead('{{court}}', 'fr')).toBeNull();
});
