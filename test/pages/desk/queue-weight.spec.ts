import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { openWorld, type World } from '../../world.js';

const WORDS =
  'La mairie répond que la caméra du carrefour ne filme que la chaussée. Le dossier remis en commission dit le contraire : trois façades sont dans le champ, et la cour de l’école.';
let world: World;
let nadia: Browsing;
let ids: string[];

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Dans nos villes' });
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  const thread = await world.thread({
    category: 'villes',
    title: 'La caméra qui surveille le boulodrome',
    text: 'Qui a vu les plans de la place ?',
  });
  for (let n = 1; n <= 50; n++) {
    await world.visitor().post(`/thread/${thread}/replies`, {
      text: `Avis numéro ${n}. ${WORDS}`,
      name: `Un riverain ${n}`,
      key: `key-of-the-weight-${n}`,
    });
    world.clock.advance(60_000);
  }
  const rows = await world.writer.query<{ id: string }>(
    `select id from desk.submission where status = 'waiting' order by written_at, id`,
  );
  ids = rows.map(({ id }) => id);
}, 60_000);
afterAll(() => world.close());

describe('a queue of fifty', () => {
  it('weighs less than 60 kB, and less than 15 once it is compressed', async () => {
    const { text: body } = await nadia.get('/desk');
    expect(ids).toHaveLength(50);
    for (const id of ids) expect(body).toContain(`data-submission="${id}"`);
    expect(body.split('Avis numéro')).toHaveLength(52);
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    expect(gzipSync(body).length).toBeLessThan(15_000);
  });

  it('has the forms of the card in hand, and for each other one a link to the queue with that in hand', async () => {
    const page = (await nadia.get('/desk?kind=reply')).html();
    const decided = page.querySelectorAll('form[action$="/decision"]').map((form) => form.getAttribute('action'));
    expect(new Set(decided)).toEqual(new Set([`/desk/submissions/${ids[0]}/decision`]));
    const links = page.querySelectorAll('article[data-folded] > .q').map((link) => link.getAttribute('href'));
    expect(links).toEqual(ids.slice(1).map((id) => `/desk?kind=reply&hand=${id}#hand`));
    const next = (await nadia.get(links[6] ?? '')).html();
    expect(next.querySelectorAll('form[action$="/decision"]').map((form) => form.getAttribute('action'))).toContain(
      `/desk/submissions/${ids[7]}/decision`,
    );
    expect(next.querySelector(`#s-${ids[7]}`)?.classNames).toContain('here');
  });

  it('gives a card that comes to hand its forms, which lead back to where it stands', async () => {
    const answer = await nadia.get(`/desk/submissions/${ids[3]}/card?back=${encodeURIComponent('/desk?kind=reply')}`);
    const forms = answer.html().querySelectorAll(`form[action="/desk/submissions/${ids[3]}/decision"]`);
    expect(forms.length).toBeGreaterThan(3);
    for (const form of forms)
      expect(form.querySelector('input[name="back"]')?.getAttribute('value')).toBe('/desk?kind=reply');
    await nadia.post(`/desk/submissions/${ids[3]}/decision`, { decision: 'spam', version: '1' });
    expect((await nadia.get(`/desk/submissions/${ids[3]}/card`)).status).toBe(404);
  });
});
