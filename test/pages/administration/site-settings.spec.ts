import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let odile: Person;

beforeAll(async () => {
  world = await openWorld();
  odile = await world.member('Odile', { role: 'administrator' });
});
afterAll(() => world.close());

const footer = async (path = '/') =>
  (await world.visitor().get(path))
    .html()
    .querySelectorAll('footer a')
    .map((link) => link.getAttribute('href'));

describe('the settings of the site', () => {
  it('are an administrator’s, and for all others do not exist', async () => {
    const moderator = await world.member('Nadia', { role: 'moderator' });
    const member = await world.member('Amina');
    const nowhere = (await world.visitor(member.cookie).get('/nulle-part')).status;
    for (const who of [moderator, member]) {
      expect((await world.visitor(who.cookie).get('/site')).status).toBe(nowhere);
      expect((await world.visitor(who.cookie).post('/site', { name: 'Le mien' })).status).toBe(nowhere);
    }
    expect((await world.visitor().post('/site', { name: 'Le mien' })).status).toBe(nowhere);
    expect((await world.visitor(odile.cookie).get('/site')).status).toBe(200);
    expect((await world.visitor().get('/')).text).not.toContain('Le mien');
  });

  it('change what is sent and keep what is left out, on every page at once', async () => {
    const by = world.visitor(odile.cookie);
    expect((await world.visitor().get('/recent')).html().querySelector('.brand b')?.text).toBe('Palabre');
    expect((await by.post('/site', { name: 'Sous le tilleul' })).location).toBe('/site?saved=yes');
    await until(async () =>
      expect((await world.visitor().get('/recent')).html().querySelector('.brand b')?.text).toBe('Sous le tilleul'),
    );
    const { rows } = await world.db.owner.query('select name, language, time_zone from site');
    expect(rows).toEqual([{ name: 'Sous le tilleul', language: 'fr', time_zone: 'Europe/Paris' }]);
    const log = await world.db.owner.query(
      `select act, detail, member_name from desk.administration where act = 'settings-changed'`,
    );
    expect(log.rows).toEqual([{ act: 'settings-changed', detail: { name: true }, member_name: 'Odile' }]);
  });

  it('give a wrong form back as it was typed, and change nothing', async () => {
    const answer = await world
      .visitor(odile.cookie)
      .post('/site', { name: '', timeZone: 'Mars/Olympe', charter: 'Ma charte' });
    expect(answer.status).toBe(422);
    expect(answer.html().querySelectorAll('.err')).toHaveLength(2);
    expect(answer.html().querySelector('[name="timeZone"]')?.getAttribute('value')).toBe('Mars/Olympe');
    expect(answer.html().querySelector('[name="charter"]')?.text).toContain('Ma charte');
    expect((await world.visitor().get('/charter')).status).toBe(404);
    expect((await world.visitor(odile.cookie).post('/site', { colour: 'green' })).status).toBe(422);
  });
});

describe.each(['charter', 'contact', 'legal'])('the page /%s', (word) => {
  it('is there and linked at the foot once it is written, in Markdown made safe, and goes when it is emptied', async () => {
    const by = world.visitor(odile.cookie);
    expect((await world.visitor().get(`/${word}`)).status).toBe(404);
    expect(await footer()).not.toContain(`/${word}`);
    await by.post('/site', { [word]: 'Nous sommes **ensemble**.\r\n\r\n<script>alert(1)</script>' });
    await until(async () => expect(await footer()).toContain(`/${word}`));
    const page = (await world.visitor().get(`/${word}`)).html();
    expect(page.querySelector('[data-words] strong')?.text).toBe('ensemble');
    expect(page.querySelector('[data-words] script')).toBeNull();
    await by.post('/site', { [word]: '' });
    await until(async () => expect((await world.visitor().get(`/${word}`)).status).toBe(404));
    expect(await footer()).not.toContain(`/${word}`);
  });
});

describe('the pages of the forum elsewhere', () => {
  it('stand at the foot of each page, as its own', async () => {
    const by = world.visitor(odile.cookie);
    const lines = 'https://mamot.example/@palabre\r\n\r\n https://video.example/c/palabre/ \r\n';
    expect((await by.post('/site', { profiles: lines })).location).toBe('/site?saved=yes');
    const links = (await world.visitor().get('/')).html().querySelectorAll('footer a[rel~="me"]');
    expect(links.map((link) => [link.text, link.getAttribute('href')])).toEqual([
      ['mamot.example/@palabre', 'https://mamot.example/@palabre'],
      ['video.example/c/palabre', 'https://video.example/c/palabre/'],
    ]);
    expect((await by.post('/site', { profiles: '' })).status).toBe(303);
  });

  it.each(['javascript:alert(1)', 'http://mamot.example/', 'https://a@b.example/', 'https://x.example\n'.repeat(6)])(
    'are whole addresses over https: not %j',
    async (profiles) => {
      const again = await world.visitor(odile.cookie).post('/site', { profiles });
      expect(again.status).toBe(422);
      expect(again.html().querySelector('[name="profiles"]')?.text).toContain(profiles.split('\n')[0]);
    },
  );
});
