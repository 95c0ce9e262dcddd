import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
});
afterAll(() => world.close());

const get = (path: string) => world.visitor().get(path);

describe('the letters', () => {
  it('are four from the start', async () => {
    const links = (await get('/letters')).html().querySelectorAll('main li a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/letters/request',
      '/letters/cada',
      '/letters/reminder',
      '/letters/court',
    ]);
    expect((await get('/letters/nulle')).status).toBe(404);
  });

  it('are filled with a town, its town hall and what else is known', async () => {
    const query = 'town=57534&sent=2026-08-12&registered=2026-10-01&documents=Le+plan%0D%0ALe+march%C3%A9';
    const page = await get(`/letters/reminder?${query}`);
    const letter = page.html().querySelector('article.letter');
    expect(letter?.text).toMatch(/Mairie de Peltre/);
    expect(letter?.text).toContain('12\u00a0août 2026');
    expect(letter?.querySelectorAll('div li').map(({ text }) => text)).toEqual(['Le plan', 'Le marché']);
    expect(letter?.getAttribute('lang')).toBe('fr');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = await get(`/letters/reminder.txt?${query}`);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.text).toContain('- Le plan\n- Le marché');
    expect(page.html().querySelector('#letter-text')?.text.trim()).toBe(text.text.trim());
    const markdown = await get(`/letters/reminder.md?${query}`);
    expect(markdown.headers.get('content-disposition')).toContain('reminder.md');
    expect(markdown.text).toContain('**Objet');
    expect(page.html().querySelector('a[href*=".txt"]')?.getAttribute('href')).toContain('town=57534');
  });

  it('say the town and the day as French does', async () => {
    const read = async (query: string): Promise<string> =>
      (await get(`/letters/cada.txt?${query}`)).text.replaceAll('\u00a0', ' ');
    expect(await read('town=84007&sent=2026-09-01')).toContain('envoyée le 1er septembre 2026');
    expect(await read('town=84007')).toContain('la commune d’Avignon');
    expect(await read('town=76351')).toContain('la commune du Havre');
    expect(await read('town=57534')).toContain('la commune de Peltre');
    expect(await read('')).toContain('la commune de ……');
  });

  it('ask for no name and no address: they are blanks on paper', async () => {
    for (const code of ['request', 'cada', 'reminder', 'court']) {
      const html = (await get(`/letters/${code}`)).html();
      expect(html.querySelectorAll('.sender p')).toHaveLength(3);
      const fields = html
        .querySelectorAll('main form :is(input, textarea)')
        .map((field) => field.getAttribute('name'));
      expect(
        fields.filter(
          (name) => !['town', 'authority', 'documents', 'sent', 'received', 'registered'].includes(name ?? ''),
        ),
      ).toEqual([]);
    }
  });

  it.each([
    ['town=Saint-Denis', 'town', /plusieurs communes/],
    ['town=Nulle-part-en-mer', 'town', /aucune commune/],
    ['sent=2027-02-31', 'sent', /une date comme/],
    [`documents=${'mot+'.repeat(1_001)}`, 'documents', /pas plus de 4000\scaractères/],
  ])('say at the field what is wrong with ?%s, and keep what was typed', async (query, field, words) => {
    const page = await get(`/letters/cada?${query}&authority=Mon+administration`);
    expect(page.status).toBe(422);
    expect(page.html().querySelector(`#f-${field}-why`)?.text).toMatch(words);
    expect(page.html().querySelector('input[name="authority"]')?.getAttribute('value')).toBe('Mon administration');
    expect((await get(`/letters/cada.txt?${query}`)).status).toBe(422);
  });

  it('are the administrators’ to change, with blanks that exist', async () => {
    const sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
    const letter = { fr: 'Demander', en: 'Ask', body: 'À {authority}, pour {town}.' };
    expect((await world.visitor().post('/letters/request', letter)).status).toBe(404);
    expect((await get('/letters/request')).html().querySelector('form[method="post"]')).toBeNull();
    expect((await sage.get('/letters/request')).html().querySelector('form[method="post"]')).not.toBeNull();
    const wrong = await sage.post('/letters/request', { ...letter, body: 'Cher {nom}' });
    expect([wrong.status, wrong.html().querySelector('#edit-body-why')?.text]).toEqual([
      422,
      expect.stringMatching(/peuvent être remplacés/),
    ]);
    expect(wrong.html().querySelector('#edit-body')?.text).toContain('Cher {nom}');
    expect((await sage.post('/letters/nulle', letter)).status).toBe(404);
    expect((await sage.post('/letters/request', letter)).location).toBe('/letters/request?saved=yes');
    expect((await get('/letters/request.txt?town=57534')).text).toBe('À Mairie de Peltre, pour Peltre.\n');
    await until(async () => expect((await get('/letters')).text).toContain('Demander<'));
  });
});
