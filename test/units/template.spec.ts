import { zstdDecompressSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { independentBlocks, joined, rawBlocks } from '../../src/web/kit/page-cache/joined-zstandard.js';
import { filledOnce, type Fragment, type Fragments, Template } from '../../src/web/kit/page-cache/template.js';

const slot = (name: string): string => `<!--slot:${name}-->`;

it('fills the slots of a page: its parts for everybody, fragments for one, and looks at neither again', () => {
  const template = new Template(`<p>${slot('spoken')}, ${slot('account')}${slot('left')}.</p>`, {
    spoken: Buffer.from(`déjà ${slot('account')}`),
  });
  expect(template.bytes).toBeGreaterThan(20);
  const fragments = { account: `Mira ${slot('spoken')}`, spoken: 'not this' };
  const filled = `<p>déjà ${slot('account')}, Mira ${slot('spoken')}.</p>`;
  expect(template.fill(fragments).toString()).toBe(filled);
  const html = `<p>${slot('spoken')}, ${slot('account')}${slot('left')}.</p>`;
  expect(filledOnce(html, { spoken: Buffer.from(`déjà ${slot('account')}`) }, fragments).toString()).toBe(filled);
  expect(filledOnce('é<b></b>', {}, {}).toString()).toBe('é<b></b>');
});

it('fills each place in the order of the page, whatever the order of what fills it', () => {
  const template = new Template(`${slot('one')}${slot('two')}<b>é</b>${slot('three')}${slot('one')}`);
  const words: Fragments = { three: { before: '3a', own: '', after: '3b' }, two: '2', one: 'ü', four: 'nowhere' };
  expect(template.fill(words).toString()).toBe('ü2<b>é</b>3a3bü');
  expect(zstdDecompressSync(template.fillCompressed(words) ?? rawBlocks(Buffer.alloc(0))).toString()).toBe(
    'ü2<b>é</b>3a3bü',
  );
});

/** The same at each run. */
function dice(): (sides: number) => number {
  let state = 7;
  return (sides) => (state = (state * 48_271) % 2_147_483_647) % sides;
}

it('compressed it is one frame with the same page in it, whoever it is filled for', () => {
  const roll = dice();
  const words = ['<article class="post">', 'aaaaaaaaaaaaaaaa', 'é', 'Une caméra, ', '</p>\n', '        ', 'x', '😀'];
  const text = (most: number): string =>
    Array.from({ length: roll(most) }, () => words[roll(words.length)] ?? '').join('');
  let filled = 0;
  for (let page = 0; page < 60; page++) {
    const gaps = roll(9);
    const html = Array.from({ length: gaps }, (_, n) => `${text(400)}${slot(`acts-${n}`)}`).join('') + text(2_000);
    const template = new Template(html);
    const [before, after] = [text(60), text(120)];
    for (let reader = 0; reader < 6; reader++) {
      const fragments: Record<string, Fragment> = {};
      for (let n = 0; n < gaps; n++)
        if (roll(3) > 0)
          fragments[`acts-${n}`] =
            [text(200), { before, own: '', after }, { before, own: 'Mira', after }][roll(3)] ?? '';
      const compressed = template.fillCompressed(fragments);
      if (compressed === null) continue;
      filled += 1;
      // Node reads one frame and stops: whatever stood in a second one would be missing here.
      expect(zstdDecompressSync(compressed).equals(template.fill(fragments))).toBe(true);
    }
  }
  expect(filled).toBeGreaterThan(50);
});

it('blocks that need what was said before them are not joined', () => {
  // Compressed, this is a repetition at the first of the three distances that every frame begins with.
  const needy = Buffer.from('Une caméra aaaaaaaaaaaaaaaa et plus loin une place');
  const usual = Buffer.from('<p>Une caméra filme la place, et une autre le parking.</p>\n'.repeat(30));
  for (const bytes of [needy, usual, Buffer.from('x'), Buffer.from('é'.repeat(200_000))]) {
    const blocks = independentBlocks(bytes);
    if (blocks === null) continue;
    const before = independentBlocks(usual) ?? rawBlocks(usual);
    expect(zstdDecompressSync(joined([before, rawBlocks(Buffer.from('Mira')), blocks])).toString()).toBe(
      `${usual.toString()}Mira${bytes.toString()}`,
    );
  }
  expect([independentBlocks(needy), independentBlocks(usual) === null]).toEqual([null, false]);
});
