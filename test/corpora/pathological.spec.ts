import { render } from '../../src/markup/render.js';
import { recipes, withCorpora, type Recipe } from './shared.js';

const LETTERS = 20_000;
const MOST_MILLISECONDS = 600;
const MOST_GROWTH = 8;

const OUR_SHORTCUTS = [
  '[?a]',
  '[[a]]',
  '[[',
  '[a->http://b] ',
  '[->',
  '[a->b',
  '[[[[[[[[[[](',
  '{a} ',
  '{{a ',
  '}',
  '<quote>',
  '<quote>a</quote>',
  '<poesie>',
  '<code>',
  '<code>\n',
  '-*a\n-******b\n',
  '-***x\n\n',
  '||a||\n',
  '|a|<|^|\n',
  `${'|'.repeat(30)}\n`,
  '<b title="a">',
  '<q><del>',
  'www.a.fr ',
  'https://a.b/?utm_a=b&',
  '> a\n\n',
  '- a\n',
  'a\n_ ',
  '« a » ? ',
  "'",
  ' ?',
  '![a](http://b)',
  '<cadre>\n\n',
];

function build(recipe: Recipe['build'], size: number): string {
  const parts = recipe.map(([part, factor]) => part.repeat(factor === 0 ? 1 : Math.round(factor * size)));
  return parts.join('');
}

/** The recipe at the largest size whose text is not longer than a post may be. */
function grown(recipe: Recipe['build']): string {
  let size = 1;
  for (let step = LETTERS; step >= 1; step = Math.floor(step / 2)) {
    while (build(recipe, size + step).length <= LETTERS) size += step;
  }
  return build(recipe, size);
}

function milliseconds(text: string): number {
  const before = process.cpuUsage();
  render(text, 'fr');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function check(text: string): void {
  const html = render(text, 'fr');
  // Other programs on the machine make some runs slow; none makes one fast.
  let fastest = milliseconds(text);
  for (let run = 1; run < 3 && fastest >= MOST_MILLISECONDS; run++) fastest = Math.min(fastest, milliseconds(text));
  expect(fastest).toBeLessThan(MOST_MILLISECONDS);
  expect(html.length / text.length).toBeLessThanOrEqual(MOST_GROWTH);
  expect(Buffer.byteLength(html) / Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_GROWTH);
}

withCorpora('a text made to be slow costs little and grows little', () => {
  test.each(recipes())('$name', ({ build: recipe }) => check(grown(recipe)));
});

describe('a shortcut repeated as often as a post can hold costs little and grows little', () => {
  test.each(OUR_SHORTCUTS)('%j', (part) => check(part.repeat(LETTERS / part.length)));
});
