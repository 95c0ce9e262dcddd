import { type Drawn, KeptPages } from '../../src/web/kit/page-cache/kept-pages.js';

interface Page {
  text: string;
}

const NOW = new Date('2026-11-22T14:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let hearing = true;
let pages: KeptPages<Page>;

beforeEach(() => {
  hearing = true;
  pages = new KeptPages<Page>(10_000, () => hearing);
});

function drawn(text: string, more: Partial<Drawn<Page>> = {}): Drawn<Page> {
  return { value: { text }, bytes: 100, tags: ['thread:1'], freshUntil: null, keep: true, ...more };
}

const draw = (key: string, page: Drawn<Page>, now = NOW) => pages.getOrDraw(key, now, () => Promise.resolve(page));

/** A drawing that waits, as one does whose query is slow. */
function slow(page: Drawn<Page>): { draw: () => Promise<Drawn<Page>>; finish: () => void; begun: () => number } {
  let finish = (): void => undefined;
  let begun = 0;
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    draw: async () => {
      begun++;
      await gate;
      return page;
    },
    finish: () => finish(),
    begun: () => begun,
  };
}

test('a page is drawn once and then kept', async () => {
  await draw('/a', drawn('one'));
  expect(pages.get('/a', NOW)).toEqual({ text: 'one' });
  expect(await draw('/a', drawn('two'))).toEqual({ text: 'one' });
});

test('a page that is not to be kept is drawn each time', async () => {
  await draw('/a?x=1', drawn('one', { keep: false }));
  expect(pages.get('/a?x=1', NOW)).toBeUndefined();
});

test('news about what a page shows drop it, and no other', async () => {
  await draw('/a', drawn('a', { tags: ['thread:1', 'lists'] }));
  await draw('/b', drawn('b', { tags: ['thread:2'] }));
  pages.drop(['thread:1']);
  expect(pages.get('/a', NOW)).toBeUndefined();
  expect(pages.get('/b', NOW)).toEqual({ text: 'b' });
  pages.flush();
  expect(pages.size).toEqual({ pages: 0, bytes: 0 });
});

test('a page whose drawing began before news of it is given to who asked and not kept', async () => {
  const { draw: drawing, finish } = slow(drawn('before the news'));
  const asked = pages.getOrDraw('/a', NOW, drawing);
  pages.drop(['thread:1']);
  finish();
  expect(await asked).toEqual({ text: 'before the news' });
  expect(pages.get('/a', NOW)).toBeUndefined();
});

test('news of something else let a page be kept that was being drawn meanwhile', async () => {
  const { draw: drawing, finish } = slow(drawn('one'));
  const asked = pages.getOrDraw('/a', NOW, drawing);
  pages.drop(['thread:2']);
  finish();
  await asked;
  expect(pages.get('/a', NOW)).toEqual({ text: 'one' });
});

test('nothing that was being drawn is kept after a flush, nor while no news are heard', async () => {
  const first = slow(drawn('one'));
  const asked = pages.getOrDraw('/a', NOW, first.draw);
  pages.flush();
  first.finish();
  await asked;
  expect(pages.get('/a', NOW)).toBeUndefined();
  const second = slow(drawn('two'));
  const again = pages.getOrDraw('/a', NOW, second.draw);
  hearing = false;
  second.finish();
  await again;
  expect(pages.get('/a', NOW)).toBeUndefined();
  hearing = true;
  expect(pages.get('/a', NOW)).toBeUndefined();
});

test('while no news are heard, what was kept before is given until a flush, and nothing new is kept', async () => {
  await draw('/a', drawn('one'));
  hearing = false;
  expect(pages.get('/a', NOW)).toEqual({ text: 'one' });
  pages.flush();
  expect(pages.get('/a', NOW)).toBeUndefined();
  expect(await draw('/a', drawn('two'))).toEqual({ text: 'two' });
  expect(pages.get('/a', NOW)).toBeUndefined();
});

test('many who ask at once share one drawing, and who asks after news begins a new one', async () => {
  const old = slow(drawn('old'));
  const asked = [1, 2, 3].map(() => pages.getOrDraw('/a', NOW, old.draw));
  expect(old.begun()).toBe(1);
  pages.drop(['thread:1']);
  const fresh = slow(drawn('new'));
  const after = pages.getOrDraw('/a', NOW, fresh.draw);
  expect(fresh.begun()).toBe(1);
  fresh.finish();
  expect(await after).toEqual({ text: 'new' });
  old.finish();
  expect(await Promise.all(asked)).toEqual([{ text: 'old' }, { text: 'old' }, { text: 'old' }]);
  expect(pages.get('/a', NOW)).toEqual({ text: 'new' });
});

test('a drawing that fails fails for who asked, and the next one is asked anew', async () => {
  const failing = () => Promise.reject(new Error('away'));
  await expect(pages.getOrDraw('/a', NOW, failing)).rejects.toThrow('away');
  expect(await draw('/a', drawn('back'))).toEqual({ text: 'back' });
});

test('a page is given until its first relative date grows old, and an hour at most', async () => {
  await draw('/a', drawn('one', { freshUntil: later(60) }));
  await draw('/b', drawn('two'));
  expect(pages.get('/a', later(59))).toEqual({ text: 'one' });
  expect(pages.get('/a', later(60))).toBeUndefined();
  expect(pages.get('/b', later(3599))).toEqual({ text: 'two' });
  expect(pages.get('/b', later(3600))).toBeUndefined();
});

test('the budget of bytes holds: the page that was not asked for the longest goes, with its tags', async () => {
  for (const key of ['/a', '/b', '/c']) await draw(key, drawn(key, { bytes: 2_000, tags: [key] }));
  pages.get('/a', NOW);
  await draw('/d', drawn('/d', { bytes: 2_000 }));
  expect(['/a', '/b', '/c', '/d'].filter((key) => pages.get(key, NOW) !== undefined)).toEqual(['/a', '/c', '/d']);
  await draw('/huge', drawn('huge', { bytes: 20_000 }));
  expect(pages.get('/huge', NOW)).toBeUndefined();
  expect(pages.size.bytes).toBeLessThanOrEqual(10_000);
  pages.drop(['/b']);
  expect(pages.size.pages).toBe(3);
});
