import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let sage: Browsing;
let nadia: Browsing;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  sage = world.visitor((await world.member('Sage', { role: 'administrator' })).cookie);
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Premier message' });
});
afterAll(() => world.close());

const NEW = {
  code: '',
  fr: 'déjà dit ailleurs',
  en: 'Said elsewhere',
  aboutFr: 'On l’a lu ailleurs.',
  aboutEn: 'It was read elsewhere.',
  bodyFr: 'Bonjour {author}, « {thread} » en parle déjà ({rules}).',
  bodyEn: 'Hello {author}, “{thread}” says so already ({rules}).',
  position: '3',
  active: 'yes',
};

async function waiting(text: string, name = ''): Promise<{ id: string; location: string }> {
  sent += 1;
  const { location } = await world
    .visitor()
    .post(`/thread/${thread}/replies`, { text, name, key: `key-of-a-reason-${sent}` });
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
  return { id: row?.id ?? '', location: location ?? '' };
}

async function refuse(id: string, fields: Record<string, string | string[]>): Promise<number> {
  const body = new URLSearchParams({ version: '1', decision: 'refuse' });
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  const answer = await fetch(`${world.url}/desk/submissions/${id}/decision`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: nadia.cookie ?? '', origin: world.url },
  });
  return answer.status;
}

describe('the list of reasons', () => {
  it('needs the words of the forum’s language alone: the others stand for it, and are not shown as its own', async () => {
    const fields = { ...NEW, code: 'seul', fr: 'en français seulement', en: '', aboutEn: '', bodyEn: '', active: '' };
    expect((await sage.post('/reasons', { ...fields, fr: '', en: 'in English only' })).status).toBe(422);
    expect((await sage.post('/reasons', fields)).location).toBe('/reasons?saved=yes#reason-seul');
    const form = (await sage.get('/reasons')).html().querySelector('#reason-seul');
    expect(form?.querySelector('[name="fr"]')?.getAttribute('value')).toBe('en français seulement');
    expect(form?.querySelector('[name="en"]')?.getAttribute('value') ?? '').toBe('');
    expect(form?.querySelector('[name="en"]')?.hasAttribute('required')).toBe(false);
    const [row] = await world.reader.query<{ en: string }>(`select en from reason where code = 'seul'`);
    expect(row?.en).toBe('en français seulement');
    await world.db.owner.query(`delete from reason where code = 'seul'`);
  });

  it('begins with those that the forum promises and those that moderators ask for', async () => {
    const rows = await world.reader.query<{ code: string }>('select code from reason order by position');
    expect(rows.map(({ code }) => code)).toEqual([
      'off-topic',
      'personal-data',
      'insult',
      'unsourced',
      'advertising',
      'duplicate',
      'illegal-call',
      'unreadable',
      'answered',
      'other',
    ]);
    const rules = (await world.visitor().get('/rules')).html().querySelector('#reasons');
    expect(rules?.querySelectorAll('dt').length).toBe(10);
    expect(rules?.text).toContain('doublon');
  });

  it('is the administrators’ alone to change', async () => {
    for (const who of [nadia, world.visitor()]) {
      expect((await who.get('/reasons')).status).toBe(404);
      expect((await who.post('/reasons', NEW)).status).toBe(404);
      expect((await who.post('/reasons/insult', { ...NEW, active: '' })).status).toBe(404);
    }
    expect(await world.reader.query(`select active from reason where code = 'insult'`)).toEqual([{ active: true }]);
  });

  it('takes a new reason, which everybody reads at once in their language and the team is offered', async () => {
    expect((await world.visitor().get('/rules')).text).not.toContain('déjà dit ailleurs');
    const answer = await sage.post('/reasons', NEW);
    expect(answer.location).toBe('/reasons?saved=yes#reason-said-elsewhere');
    expect((await world.visitor().get('/rules')).text).toContain('déjà dit ailleurs');
    const english = await world.member('Iris');
    await world.visitor(english.cookie).post('/me', { language: 'en' });
    expect((await world.visitor(english.cookie).get('/rules')).text).toContain('Said elsewhere');
    const { id } = await waiting('À refuser avec un nouveau motif');
    const card = (await nadia.get(`/desk?hand=${id}`)).html().querySelector(`article[data-submission="${id}"]`);
    const codes = card?.querySelectorAll('input[name="reason"]').map((input) => input.getAttribute('value'));
    expect(codes).toContain('said-elsewhere');
    expect(codes?.indexOf('said-elsewhere')).toBe(3);
  });

  it('gives back with its mistakes what can’t be saved', async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ fr: '' }, /ne peut pas rester vide/],
      [{ bodyFr: 'Cher {nom}' }, /peuvent être remplacés/],
      [{ position: 'x' }, /pas une valeur possible/],
      [{ code: 'insult' }, /a déjà ce nom/],
      [{ code: 'Pas Ça' }, /traits d’union/],
      [{ en: 'x'.repeat(81) }, /trop long/],
    ];
    for (const [fields, words] of wrong) {
      const answer = await sage.post('/reasons', { ...NEW, ...fields, aboutFr: 'À garder' });
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(words);
      expect(answer.text).toContain('À garder');
    }
    expect((await sage.post('/reasons/nulle-part', NEW)).status).toBe(422);
    const { code: _code, ...fields } = NEW;
    expect((await sage.post('/reasons/nulle-part', fields)).status).toBe(404);
  });

  it('lets one be switched off: it is offered no more, but its words stay where it was used, and the last one stays', async () => {
    const number = await world.reply(thread, 'À retirer');
    await nadia.post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'advertising' });
    const { code: _code, ...fields } = NEW;
    const row = { ...fields, fr: 'réclame', en: 'ads', bodyFr: 'Non.', bodyEn: 'No.' };
    await sage.post('/reasons/advertising', { ...row, active: '' });
    expect((await world.visitor().get('/rules')).text).not.toContain('réclame');
    const guest = world.visitor();
    expect((await guest.get((await guest.get(`/thread/${thread}/posts/${number}`)).location ?? '')).text).toContain(
      'réclame',
    );
    await sage.post('/reasons/advertising', { ...row, active: 'yes' });
    await world.db.owner.query(`update reason set active = code = 'advertising'`);
    const last = await sage.post('/reasons/advertising', { ...row, active: '' });
    expect(last.status).toBe(422);
    expect(last.text).toContain('dernier motif');
    await world.db.owner.query('update reason set active = true');
  });
});

describe('a refusal', () => {
  it('may have several reasons, which its author reads with the words of each, and nobody else does', async () => {
    const { id, location } = await waiting('À refuser deux fois', 'Camille');
    expect(await refuse(id, { reason: ['said-elsewhere', 'unsourced', 'nulle-part'] })).toBe(303);
    const page = await world.visitor().get(location);
    expect(page.text).toContain('déjà dit ailleurs, affirmation grave sans source');
    expect(page.text).toContain(
      'Bonjour Camille, «\u00A0Caméras du marché\u00A0» en parle déjà (/rules).'.replaceAll('\u00A0', ' '),
    );
    expect(page.text).toContain('d’où vous le tenez');
    expect(page.text).not.toContain('Nadia');
    const guest = world.visitor();
    expect((await guest.get((await guest.get(`/thread/${thread}`)).location ?? '')).text).not.toMatch(
      /ailleurs|Camille/,
    );
    // The log is for ever: it has the reasons, and the template with its blanks, but no name.
    const [row] = await world.writer.query<{ reason: string; reasons: string[]; remark: string }>(
      `select reason, reasons, remark from desk.decision where submission_id = $1`,
      [id],
    );
    expect(row).toMatchObject({ reason: 'said-elsewhere', reasons: ['said-elsewhere', 'unsourced'] });
    expect(row?.remark).toContain('{author}');
    expect(row?.remark).not.toContain('Camille');
  });

  it('says what the moderator wrote instead of the template, and only that', async () => {
    const { id, location } = await waiting('À refuser en mots');
    await refuse(id, { reason: 'said-elsewhere', remark: 'Voyez plus haut.' });
    const page = await world.visitor().get(location);
    expect(page.text).toContain('Voyez plus haut.');
    expect(page.text).not.toContain('en parle déjà');
  });

  it('needs at least one reason that exists', async () => {
    const { id } = await waiting('Sans motif connu');
    for (const reason of [[], ['nulle-part'], ['', '']]) expect(await refuse(id, { reason })).toBe(422);
    expect(await world.writer.query('select status from desk.submission where id = $1', [id])).toEqual([
      { status: 'waiting' },
    ]);
  });
});
