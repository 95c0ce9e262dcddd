import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let sage: Browsing;
const guest = () => world.visitor();

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
});
afterAll(() => world.close());

/** Number, whom it binds and the shown day of each date. */
async function counted(query: string): Promise<string[]> {
  const page = await guest().get(`/deadlines/count?${query}`);
  expect(page.status).toBe(200);
  return page
    .html()
    .querySelectorAll('li[data-rule]')
    .map((li) => {
      const times = li.querySelectorAll('time').map((time) => time.getAttribute('datetime'));
      return `${li.getAttribute('data-rule')} ${li.getAttribute('data-binds')} ${times.join(' ')}`;
    });
}

describe('counting for oneself', () => {
  it.each([
    ['sent=2027-01-31', ['1 authority 2027-02-28', '2 people 2027-04-27']],
    ['sent=2026-08-12&received=2026-08-14', ['1 authority 2026-09-14', '2 people 2026-11-13']],
    ['refused=2026-12-31&sent=', ['2 people 2027-02-27']],
    ['registered=2026-10-08', ['3 authority 2026-11-09', '4 authority 2026-12-08', '5 people 2027-02-08']],
  ])('of %s', async (query, dates) => expect(await counted(query)).toEqual(dates));

  it('says of each date how it was counted, its rule, its source, and what it is not', async () => {
    const page = await guest().get('/deadlines/count?received=2026-08-14');
    const [silence, cada] = page.html().querySelectorAll('li[data-rule]');
    expect(silence?.text).toContain('refus implicite le 14 septembre 2026');
    expect(silence?.text.replaceAll('\u202f', ' ')).toContain(
      'reçue le 14 août 2026 ; un mois ; refus implicite le 14 septembre 2026',
    );
    expect(silence?.text).toContain('CRPA, art. R. 311-12 et R. 311-13, règle pas encore relue par un·e juriste');
    for (const li of [silence, cada]) expect(li?.text).toContain('Une aide, pas un conseil juridique');
    expect(cada?.text).toContain('deux mois, premier jour compris');
    expect(cada?.text).toContain('un délai plus long peut rester ouvert, d’un an en règle générale');
    expect(silence?.text).not.toContain('d’un an');
  });

  it('says « au plus tôt » where nobody knows when the letter came', async () => {
    const text = (await guest().get('/deadlines/count?sent=2027-01-31')).html().querySelector('main')?.text ?? '';
    expect(text).toContain('au plus tôt le 28 février 2027');
    expect((await guest().get('/deadlines/count?received=2027-01-31')).text).not.toContain('au plus tôt');
  });

  it('never says that it is too late: it says what may be open, and where to ask', async () => {
    const page = await guest().get('/deadlines/count?received=2020-08-14');
    const passed = page.html().querySelector('li[data-binds="people"].passed');
    expect(passed?.text).toContain('Un délai peut rester ouvert');
    expect(passed?.text).toContain('association');
    expect(page.text).not.toMatch(/trop tard/i);
    expect((await guest().get('/deadlines')).text).not.toMatch(/trop tard/i);
  });

  it.each([
    ['sent=2027-02-31', 'sent', /une date comme/],
    ['sent=hier', 'sent', /une date comme/],
    ['', 'sent', /au moins une date/],
    ['sent=2027-01-02&received=2027-01-01', 'received', /avant le jour/],
    ['sent=2027-01-02&registered=2027-01-01', 'registered', /avant le jour/],
    ['sent=2027-01-02&sent=2027-01-03', 'sent', /deux fois/],
  ])('says at the field what is wrong with ?%s', async (query, field, words) => {
    const page = await guest().get(`/deadlines/count?${query}`);
    expect(page.status).toBe(422);
    expect(page.html().querySelector(`#count-${field}-why`)?.text).toMatch(words);
    for (const [name, value] of new URLSearchParams(query))
      if (query.split(`${name}=`).length === 2)
        expect(page.html().querySelector(`input[name="${name}"]`)?.getAttribute('value')).toBe(value);
  });

  it('is kept by nobody', async () => {
    const page = await guest().get('/deadlines/count?sent=2027-01-31');
    expect(page.headers.get('cache-control')).toMatch(/no-store/);
    expect(page.text).toContain('<meta name="robots" content="noindex"');
  });
});

describe('the rules', () => {
  it('stand on one page with their sources, and none has been read by a lawyer', async () => {
    const page = (await guest().get('/deadlines')).html();
    expect(page.querySelectorAll('.rule-list > li')).toHaveLength(6);
    expect(page.querySelector('.rule-list')?.text.match(/pas encore relue/g)).toHaveLength(6);
    expect(page.querySelector('#rule-5')?.text).toMatch(/CJA, art\. R\. 421-1/);
    expect(page.querySelector('#rule-4')?.text).toContain('et non de son avis');
    expect(page.querySelectorAll('form[method="post"]')).toHaveLength(0);
    expect(page.querySelector('time[datetime="2027-05-06"]')?.parentNode?.text).toContain('Ascension');
  });

  it('are in English for whoever reads English', async () => {
    const iris = world.visitor((await world.member('Iris')).cookie);
    await iris.post('/me', { language: 'en' });
    expect((await iris.get('/deadlines')).text).toContain('implied refusal');
    expect((await iris.get('/deadlines/count?sent=2027-01-31')).text).toContain('at the earliest on');
  });
});

const fields = async (id: number): Promise<Record<string, string>> => {
  const form = (await sage.get('/deadlines')).html().querySelector(`form[action="/deadlines/${id}"]`);
  const named = [...(form?.querySelectorAll('input') ?? []), ...(form?.querySelectorAll('textarea') ?? [])];
  const typed = named
    .filter((field) => field.getAttribute('type') !== 'checkbox' || field.hasAttribute('checked'))
    .map((field) => [field.getAttribute('name'), field.getAttribute('value') ?? field.text.replace(/^\n/, '')]);
  const chosen = form
    ?.querySelectorAll('select')
    .map((field) => [field.getAttribute('name'), field.querySelector('[selected]')?.getAttribute('value')]);
  return Object.fromEntries([...typed, ...(chosen ?? [])]) as Record<string, string>;
};

const NEW_RULE = {
  number: '',
  country: 'FR',
  after: 'documents',
  endedBy: '',
  months: '3',
  days: '',
  binds: 'people',
  counting: 'dates',
  wordsFr: 'relire les documents',
  wordsEn: 'read the documents again',
  sourceFr: 'usage',
  sourceEn: 'custom',
};

describe('a change of the law', () => {
  it('is the administrators’ alone', async () => {
    const nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
    for (const who of [nadia, guest()])
      for (const path of ['/deadlines', '/deadlines/1', '/deadlines/holidays'])
        expect((await who.post(path, NEW_RULE)).status).toBe(404);
  });

  it('lists what it changes before it is saved, and everybody’s pages follow', async () => {
    const before = (await guest().get('/deadlines')).text;
    expect(before).not.toContain('Me Lune');
    const changed = { ...(await fields(1)), months: '2', checkedOn: '2026-11-20', checkedBy: 'Me Lune' };
    const listing = await sage.post('/deadlines/1', changed);
    expect(listing.status).toBe(200);
    const box = listing.html().querySelector('form[action="/deadlines/1"] .slip.wait');
    expect(box?.text).toContain('1 → 2');
    expect(box?.querySelector('[data-changed-dates]')?.text).toContain('refus implicite');
    expect(await counted('received=2026-08-14')).toContain('1 authority 2026-09-14');
    const seen = listing.html().querySelector('input[name="seen"]')?.getAttribute('value') ?? '';
    // Another change than the one that was listed is listed in its turn.
    expect((await sage.post('/deadlines/1', { ...changed, months: '3', seen })).status).toBe(200);
    const saved = await sage.post('/deadlines/1', { ...changed, seen });
    expect(saved.location).toBe('/deadlines?saved=yes#rule-1');
    expect(await counted('received=2026-08-14')).toContain('1 authority 2026-10-14');
    await until(async () => expect((await guest().get('/deadlines')).text).toContain('Me Lune'));
    expect((await guest().get('/deadlines/count?received=2026-08-14')).text).toContain('règle relue par Me Lune');
    const [act] = await world.writer.query(`select act, detail from desk.administration order by id desc limit 1`);
    expect(act).toEqual({ act: 'deadlines-changed', detail: { rule: 1 } });
    const again = await sage.post('/deadlines/1', { ...changed, seen });
    expect(again.location).toBe('/deadlines?saved=yes#rule-1');
    const acts = await world.writer.query(`select from desk.administration where act = 'deadlines-changed'`);
    expect(acts).toHaveLength(1);
  });

  it('keeps the version that held, and counts by the one that held then', async () => {
    const old = await fields(1);
    await save('/deadlines/1', { ...old, until: '2026-12-31' });
    await save('/deadlines', { ...old, months: '1', from: '2027-01-01', until: '' });
    expect(await counted('received=2026-12-31')).toContain('1 authority 2027-02-28');
    expect(await counted('received=2027-01-01')).toContain('1 authority 2027-02-01');
  });

  it('takes a new rule, with a number of its own', async () => {
    expect((await save('/deadlines', NEW_RULE)).location).toMatch(/^\/deadlines\?saved=yes#rule-\d+$/);
    expect((await guest().get('/deadlines?x=1')).text).toContain('relire les documents');
  });

  it.each<[Record<string, string>, string, RegExp]>([
    [{ after: 'rule:5' }, 'after', /tournerait en rond/],
    [{ after: 'rule:99' }, 'after', /n’existe pas/],
    [{ after: 'receipt, silence' }, 'after', /codes de la liste/],
    [{ after: '' }, 'after', /vide/],
    [{ endedBy: 'rule:1' }, 'endedBy', /codes de la liste/],
    [{ months: '-3' }, 'months', /valeur possible/],
    [{ from: '2027-02-31' }, 'from', /une date comme/],
    [{ from: '2027-02-03', until: '2027-02-02' }, 'until', /avant le premier jour/],
    [{ country: 'France' }, 'country', /deux lettres/],
    [{ wordsEn: '' }, 'wordsEn', /vide/],
    [{ checkedBy: 'Me Lune' }, 'checkedOn', /vide/],
    [{ number: '1' }, 'number', /engage quelqu’un d’autre/],
    [{ number: '2', binds: 'people' }, 'from', /en vigueur un de ces jours/],
  ])('that cannot be is said at its field: %j', async (wrong, field, words) => {
    const id = 4;
    const typed = { ...(await fields(id)), ...wrong, aboutFr: 'À garder' };
    if (wrong['number'] === '1') Object.assign(typed, { binds: 'people' });
    const answer = await sage.post(`/deadlines/${id}`, typed);
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector(`#d-${id}-${field}-why`)?.text).toMatch(words);
    expect(answer.text).toContain('À garder');
  });

  it('of the holidays is a list, and moves the latest readings only', async () => {
    const form = (await sage.get('/deadlines')).html().querySelector('form[action="/deadlines/holidays"] textarea');
    const days = `${form?.text.trim()}\n2027-03-17 Fête du forum | Day of the forum`;
    expect((await sage.post('/deadlines/holidays', { country: 'FR', days: 'demain' })).text).toContain(
      'ne se lit pas',
    );
    const listing = await sage.post('/deadlines/holidays', { country: 'FR', days });
    expect(listing.html().querySelector('form[action="/deadlines/holidays"] .slip.wait dl')?.text).toContain(
      'Fête du forum',
    );
    await save('/deadlines/holidays', { country: 'FR', days });
    expect((await guest().get('/deadlines?x=2')).html().querySelector('time[datetime="2027-03-17"]')).not.toBeNull();
    expect(await world.reader.query(`select count(*)::int as n from holiday`)).toEqual([{ n: 133 }]);
  });
});

async function save(path: string, typed: Record<string, string>) {
  const listing = await sage.post(path, typed);
  const seen = listing.html().querySelector('input[name="seen"]')?.getAttribute('value') ?? '';
  expect([listing.status, seen.length]).toEqual([200, 22]);
  const saved = await sage.post(path, { ...typed, seen });
  expect(saved.status).toBe(303);
  return saved;
}
