import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { TownField } from '../../../client/kit/town-field.js';
import { makeUi, NO_ASSETS } from '../../../client/kit/make-ui.js';
import type { Ui } from '../../../client/kit/ui.js';
import { CurrentSite } from '../../../src/site/current-site.js';
import { ANOTHER_TOWN } from '../../../src/towns/town.js';
import { Towns } from '../../../src/towns/towns.js';
import { UnclearTown } from '../../../src/towns/unclear-town.js';
import { TownPieces } from '../../../src/web/kit/town-pieces.js';
import { formProblem } from '../../../src/web/kit/form-problem.js';
import { openWorld, type World } from '../../world.js';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const get = (path: string) => world.visitor().get(path);

describe('the page of a town', () => {
  it('says where it is, and that nothing is known of it yet', async () => {
    const page = await get('/town/57534/peltre');
    expect(page.status).toBe(200);
    const html = page.html();
    expect(html.querySelector('h1')?.text).toBe('Peltre');
    expect(html.querySelector('.lede')?.text).toBe('Moselle (57), Grand Est');
    expect(html.querySelector('dl')?.text).toMatch(/Code postal57245/);
    expect(html.querySelector('.empty')?.text).toContain('Rien n’est encore paru ici sur cette commune.');
    expect(page.text).toContain('<meta name="robots" content="noindex"');
    expect(page.headers.get('link')).toBe('</town/57534/peltre>; rel="canonical"');
  });

  it('leads to lists by its code, though that be the postal code of another town', async () => {
    const page = await get('/town/59350/lille');
    for (const path of ['/cases?town=59350', '/workshops?town=59350', '/documents?town=59350'])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    for (const path of ['/search?q=drones&town=88160', '/workshops?near=88160&km=25'])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect(page.status).toBe(200);
    // Whoever types it into a form may well mean the postal code, and is asked.
    expect(await new Towns(world.reader).find('59350')).toMatchObject({ found: 'several' });
    expect(await new Towns(world.reader).addressed('59350')).toMatchObject({ found: 'one', town: { name: 'Lille' } });
  });

  it('says of a position that is a guess that it is one, and of another nothing', async () => {
    expect((await get('/town/01006/ambleon')).text).toContain('Position approchée');
    expect((await get('/town/57463/metz')).text).not.toContain('approchée');
  });

  it.each([
    ['/town/63266', '/town/63255/nonette-orsonnette'],
    ['/town/63266/orsonnette', '/town/63255/nonette-orsonnette'],
    ['/town/57534', '/town/57534/peltre'],
    ['/town/57534/metz', '/town/57534/peltre'],
    ['/town/2a004/ajaccio', '/town/2A004/ajaccio'],
  ])('is led to from %s', async (path, to) => {
    const answer = await get(path);
    expect([answer.status, answer.location]).toEqual([301, to]);
  });

  it.each([
    '/town/99999',
    '/town/99999/nulle-part',
    '/town/peltre',
    '/town/57534%00/peltre',
    `/town/${'9'.repeat(300)}`,
    '/town/ı/x',
  ])('is not at %s', async (path) => expect((await get(path)).status).toBe(404));

  it('shows what other wings have of it, in the order of the house, and is then for search engines too', async () => {
    const pieces = world.app.get(TownPieces, { strict: false });
    for (const name of ['workshops', 'threads', 'cases'] as const)
      pieces.set(name, async ({ town }, audience) =>
        town === '57463' ? h('section', { id: name }, `${audience} ${town}`) : null,
      );
    const html = (await get('/town/57463/metz?x=1')).html();
    expect(html.querySelectorAll('main section[id]').map(({ id, text }) => [id, text])).toEqual([
      ['cases', 'everyone 57463'],
      ['threads', 'everyone 57463'],
      ['workshops', 'everyone 57463'],
    ]);
    expect(html.querySelector('aside #workshops')).not.toBeNull();
    expect(html.querySelector('meta[name="robots"]')).toBeNull();
    expect((await get('/town/57534/peltre?x=1')).html().querySelector('.empty')).not.toBeNull();
  });
});

describe('the names of towns for scripts', () => {
  it('are those that bear the name, then others, up to ten', async () => {
    const answer = await get('/towns.json?q=saint%20denis');
    expect(answer.headers.get('content-type')).toContain('application/json');
    const towns = JSON.parse(answer.text) as { name: string }[];
    expect(towns).toHaveLength(10);
    expect(towns.slice(0, 4).map(({ name }) => name)).toEqual(Array(4).fill('Saint-Denis'));
    expect(towns[0]).toEqual({
      code: '97411',
      name: 'Saint-Denis',
      department: '974',
      postal: ['97400', '97417', '97490'],
    });
  });

  it.each(['/towns.json', '/towns.json?q=', '/towns.json?q=%20', '/towns.json?q=nullepart'])(
    'are none for %s',
    async (path) => {
      expect([(await get(path)).status, (await get(path)).text]).toEqual([200, '[]']);
    },
  );

  it('are refused in JSON, too', async () => {
    expect(JSON.parse((await get(`/towns.json?q=${'a'.repeat(201)}`)).text)).toEqual({
      error: 'not-found',
      detail: {},
    });
    const { limits } = world.config;
    const other = await openWorld({
      config: { limitFactor: 1, limits: { ...limits, read: { points: 2, seconds: 600 } } },
    });
    try {
      const statuses = [];
      for (let n = 0; n < 4; n++) statuses.push((await other.visitor().get('/towns.json?q=metz')).status);
      expect(statuses).toEqual([200, 200, 429, 429]);
    } finally {
      await other.close();
    }
  });
});

describe('the field of a form', () => {
  let ui: Ui;
  let towns: Towns;
  beforeAll(async () => {
    const site = await world.app.get(CurrentSite, { strict: false }).get();
    ui = makeUi({ site, language: 'fr', now: world.clock.now(), path: '/', assets: NO_ASSETS });
    towns = world.app.get(Towns, { strict: false });
  });

  /** What a form does with the field, and how it comes back. */
  async function sent(text: string): Promise<{ town: string | null; html: ReturnType<typeof parse> }> {
    const back = await towns.named(text).catch((error: unknown) => error);
    if (!(back instanceof UnclearTown)) return { town: (back as { code: string }).code, html: parse('') };
    const { errors, status } = formProblem(back);
    expect(status).toBe(422);
    return { town: null, html: parse(renderToString(h(TownField, { ui, value: text, errors, choice: back.towns }))) };
  }

  it('is a line that keeps what was typed and says what is wrong with it', async () => {
    const { html } = await sent('Nullepart');
    const field = html.querySelector('input[name="town"]');
    expect([field?.getAttribute('type'), field?.getAttribute('value'), field?.getAttribute('aria-invalid')]).toEqual([
      'text',
      'Nullepart',
      'true',
    ]);
    expect(html.querySelector(`#${field?.getAttribute('aria-describedby')?.split(' ')[0]}`)?.text).toContain(
      'aucune commune n’a ce nom',
    );
  });

  it('comes back as a choice where several have the name, and each choice names one', async () => {
    const { html } = await sent('saint-denis');
    expect(html.querySelector('.why')?.text).toContain('plusieurs communes');
    const radios = html.querySelectorAll('input[type="radio"][name="town"]');
    expect(html.querySelectorAll('label').map(({ text }) => text.trim())[0]).toContain(
      'Saint-Denis (974) La Réunion, 97400, 97417, 97490',
    );
    expect(radios).toHaveLength(5);
    const chosen = await Promise.all(
      radios.slice(0, -1).map(async (radio) => (await sent(radio.getAttribute('value') ?? '')).town),
    );
    expect(chosen).toEqual(['97411', '93066', '11339', '30247']);
    expect(html.querySelector('input[type="text"]')).toBeNull();
  });

  it('leads back to an empty line from a choice that has not the right one', async () => {
    expect((await sent('saint-denis')).html.querySelectorAll('input').at(-1)?.getAttribute('value')).toBe(
      ANOTHER_TOWN,
    );
    const { town, html } = await sent(ANOTHER_TOWN);
    expect(town).toBeNull();
    expect(html.querySelector('input[type="text"][name="town"]')?.getAttribute('value')).toBe('');
  });

  it('asks before it takes a name that only comes close', async () => {
    const { html } = await sent('steenv');
    expect(html.querySelector('.why')?.text).toContain('exactement');
    expect(html.querySelector('input[type="radio"]')?.getAttribute('value')).toBe('Steenvoorde (59)');
  });

  it('takes a code, a postal code and a name without any question', async () => {
    expect(
      await Promise.all(['57534', '97480', 'peltre', 'Saint-Denis (93)'].map(async (text) => (await sent(text)).town)),
    ).toEqual(['57534', '97412', '57534', '93066']);
  });
});
