import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'dossiers', name: 'Dossiers locaux' });
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.db.owner.query(
    `update category set takes = '{thread,case}', documents = 'everyone' where slug = 'dossiers'`,
  );
  moderator = await world.member('Mo', { role: 'moderator' });
  thread = await accept(
    await sent('/category/dossiers/cases', {
      title: 'Peltre, les caméras du lavoir',
      text: 'La commune en a voté quatre.',
      town: '57534',
      status: 'reported',
    }),
  );
});
afterAll(() => world.close());

let keys = 0;
const keyed = (more: object): Record<string, string | string[]> => ({
  name: 'Lou',
  key: `step-key-${String((keys += 1)).padStart(6, '0')}`,
  ...more,
});
const atDesk = () => world.visitor(moderator.cookie);
const get = (path: string) => world.visitor().get(path);

async function sent(path: string, fields: object): Promise<string> {
  world.clock.advance(1000);
  const answer = await world.visitor().post(path, keyed(fields));
  expect([answer.status, answer.status === 303 ? '' : answer.html().querySelector('main')?.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

async function accept(id: string): Promise<number> {
  const done = await atDesk().post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1' });
  expect(done.status).toBe(303);
  const [row] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [id],
  );
  return row?.thread ?? 0;
}

/** Answers the number of the step and the id of the decision. */
async function step(fields: object, to = thread): Promise<{ number: number; decision: string }> {
  const id = await sent(`/thread/${to}/case/steps`, { text: '', ...fields });
  await accept(id);
  const [row] = await world.writer.query<{ number: number; decision: string }>(
    `select s.number, (select max(d.id)::text from desk.decision d where d.submission_id = s.id) as decision
     from desk.submission s where s.id = $1`,
    [id],
  );
  return row ?? { number: 0, decision: '' };
}

const undo = async (decision: string): Promise<void> => {
  const undone = await atDesk().post(`/desk/decisions/${decision}/undo`, {});
  expect([undone.status, undone.status === 303 ? '' : undone.html().querySelector('main')?.text]).toEqual([303, '']);
};

const page = async (of = thread) => (await get((await get(`/thread/${of}`)).location ?? '')).html();
const status = async (of = thread) => (await page(of)).querySelector('[data-case]')?.getAttribute('data-status');
const kinds = async (of = thread) =>
  (await page(of)).querySelectorAll('[data-step]').map((each) => each.getAttribute('data-kind'));

describe('the steps of a case', () => {
  it('are asked for by what happened, and a step needs no text where a fact says it', async () => {
    const form = (await get(`/thread/${thread}/case/steps/new?kind=answer`)).html();
    expect(form.querySelector('select[name="outcome"]')).not.toBeNull();
    expect(form.querySelector('select[name="kind"] option[selected]')?.getAttribute('value')).toBe('answer');
    expect((await get('/thread/999/case/steps/new')).status).toBe(404);
    expect((await get(`/thread/${thread}/case/steps/new?kind=party`)).status).toBe(404);
    const { number } = await step({ kind: 'vote', dated: '2026-03-24', cameras: '12', amount: '412 000' });
    expect(number).toBe(2);
    const html = await page();
    expect(html.querySelector('[data-step="2"]')?.text).toMatch(/12\scaméras.*412\s000\s€/);
    expect(html.querySelector('#post-2 .step-of')?.text).toContain('vote du conseil');
    expect(html.querySelector('.facts')?.text).toContain('412');
    expect(html.querySelectorAll('svg.timeline .c-them').length).toBe(1);
  });

  it('of one day and one side are drawn once, and all of them listed', async () => {
    const of = await accept(
      await sent('/category/dossiers/cases', { title: 'Jury, la place', text: 'Deux mâts.', town: '57351' }),
    );
    for (const kind of ['count', 'press', 'vote']) await step({ kind, dated: '2026-11-03', text: 'Un mot.' }, of);
    const html = await page(of);
    const marks = html.querySelectorAll('svg.timeline path').map(({ classNames }) => classNames);
    expect(marks.toSorted()).toEqual(['c-ours', 'c-them']);
    expect(await kinds(of)).toEqual(['count', 'press', 'vote']);
  });

  it('wait unseen, appear in both places when accepted, and by their dates in the list', async () => {
    const id = await sent(`/thread/${thread}/case/steps`, {
      kind: 'count',
      dated: '2026-03',
      text: 'Compté à pied.',
      cameras: '31',
    });
    expect(await kinds()).toEqual(['vote']);
    expect((await atDesk().get('/desk?kind=step')).text).toContain('Compté à pied.');
    await accept(id);
    expect(await kinds()).toEqual(['count', 'vote']);
    const since = await get(`/thread/${thread}/case/steps?after=2`);
    const fragments = JSON.parse(since.text) as { number: number; html: string }[];
    expect(fragments.map(({ number }) => number)).toEqual([3]);
    expect(fragments[0]?.html).toContain('data-kind="count"');
  });

  it('make a clock for each request, with how each date was counted, a calendar and letters', async () => {
    const request = await step({ kind: 'request', dated: '2026-08-12', how: 'letter', status: 'requested' });
    await step({ kind: 'receipt', dated: '2026-08-14', text: 'Recommandé reçu.' });
    const html = await page();
    const first = html.querySelector('[data-rule="1"]');
    expect(first?.querySelector('time')?.getAttribute('datetime')).toBe('2026-09-14');
    expect(first?.getAttribute('data-binds')).toBe('authority');
    expect(html.querySelector('[data-rule="2"] time')?.getAttribute('datetime')).toBe('2026-11-13');
    expect(await status()).toBe('requested');
    const calendar = await get(`/thread/${thread}/case/deadlines.ics`);
    expect(calendar.text).toContain('DTSTART;VALUE=DATE:20260914');
    expect((await get('/town/57534/deadlines.ics')).text).toContain('DTSTART;VALUE=DATE:20260914');
    const letter = await get(`/thread/${thread}/case/letters/cada?request=${request.number}`);
    expect(letter.location).toContain('sent=2026-08-12');
    expect(letter.location).toContain('received=2026-08-14');
    expect((await get(letter.location ?? '')).status).toBe(200);
    expect((await get(`/thread/${thread}/case/letters/cada?request=2`)).status).toBe(404);
    expect(letter.location).not.toContain('authority=');
  });

  it('lead to letters for the authority that the case is about, and not for the town hall', async () => {
    const other = await accept(
      await sent('/category/dossiers/cases', {
        title: 'Metz, les drones',
        text: 'La préfecture les autorise.',
        town: '57463',
        status: 'reported',
        authority: 'prefecture',
      }),
    );
    const { number } = await step({ kind: 'request', dated: '2026-08-12', how: 'letter' }, other);
    const letter = await get(`/thread/${other}/case/letters/cada?request=${number}`);
    const text = (await get((letter.location ?? '').replace('/cada?', '/cada.txt?'))).text;
    expect([text.includes('Préfecture'), text.includes('Mairie')]).toEqual([true, false]);
  });

  it('belong to one of several requests, each with dates of its own', async () => {
    const second = await step({ kind: 'request', dated: '2026-10-01', text: 'À la préfecture.' });
    expect((await page()).querySelectorAll('[data-rule="1"]').length).toBe(2);
    const answer = await world
      .visitor()
      .post(
        `/thread/${thread}/case/steps`,
        keyed({ kind: 'answer', dated: '2026-10-20', outcome: 'all', text: 'Tout.' }),
      );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('plusieurs demandes');
    await step({ kind: 'answer', dated: '2026-10-20', outcome: 'all', request: String(second.number) });
    expect((await page()).querySelectorAll('[data-kind="answer"] .meta a')[0]?.text).toContain(String(second.number));
  });

  it('carry a status, and in whatever order they are undone the case is what it would be without them', async () => {
    const other = await accept(
      await sent('/category/dossiers/cases', { title: 'Metz, la passerelle', text: 'Deux mâts.', town: 'metz' }),
    );
    const [one, two, three] = [
      await step({ kind: 'count', dated: '2026-01-01', cameras: '3', status: 'documented' }, other),
      await step({ kind: 'press', dated: '2026-02-01', link: 'https://presse.example/a', status: 'in-court' }, other),
      await step({ kind: 'post', dated: '2026-03-01', text: 'Gagné.', status: 'won' }, other),
    ];
    expect(await status(other)).toBe('won');
    await undo(two.decision);
    expect(await status(other)).toBe('won');
    await undo(three.decision);
    expect(await status(other)).toBe('documented');
    await undo(one.decision);
    expect(await status(other)).toBe('reported');
    expect(await kinds(other)).toEqual([]);
  });

  it('go with their post and come back with it', async () => {
    const { number } = await step({
      kind: 'press',
      dated: '2026',
      link: 'https://journal.example/lavoir',
      text: 'Un article.',
    });
    expect((await page()).querySelector(`[data-step="${number}"]`)?.text).toContain('journal.example');
    await atDesk().post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'other', remark: '' });
    expect((await page()).querySelector(`[data-step="${number}"]`)).toBeNull();
    expect(await world.reader.query('select 1 from case_step where number = $1', [number])).toEqual([]);
    const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    await undo(row?.id ?? '');
    expect((await page()).querySelector(`[data-step="${number}"]`)?.text).toContain('journal.example');
  });

  it('take files along: both are shown, taken down and given back with their post', async () => {
    const form = (await get(`/thread/${thread}/case/steps/new?kind=vote`)).html();
    expect(form.querySelector('form.writing [type=file]')).not.toBeNull();
    world.clock.advance(1000);
    const fields = keyed({ kind: 'vote', dated: '2026-04-02', text: '', software: 'Briefcam', action: 'send' });
    const files = [{ name: 'deliberation.txt', bytes: 'Le conseil a voté.' }];
    expect((await world.visitor().send(`/thread/${thread}/case/steps`, fields, files)).status).toBe(303);
    const [row] = await world.writer.query<{ id: string; document: string }>(
      `select id, documents->0->>'id' as document from desk.submission
       order by written_at desc, changed_at desc limit 1`,
    );
    const document = `/document/${row?.document ?? ''}`;
    const shown = async () => {
      const html = await page();
      return [
        html.querySelectorAll('[data-step]').some((each) => each.text.includes('Briefcam')),
        html.querySelector(`[id^="post-"] a[href^="${document}"]`) !== null,
        (await get(document)).status !== 404,
      ];
    };
    const inTown = async () =>
      (await get('/town/57534/peltre')).html().querySelectorAll(`[data-document="${row?.document ?? ''}"]`).length;
    expect([await shown(), await inTown()]).toEqual([[false, false, false], 0]);
    await accept(row?.id ?? '');
    expect([await shown(), await inTown()]).toEqual([[true, true, true], 1]);
    const [{ decision } = { decision: '' }] = await world.writer.query<{ decision: string }>(
      'select max(id)::text as decision from desk.decision',
    );
    await undo(decision);
    expect(await shown()).toEqual([false, false, false]);
    await atDesk().post(`/desk/submissions/${row?.id ?? ''}/decision`, { decision: 'accept', version: '1' });
    expect(await shown()).toEqual([true, true, true]);
  });

  it('need no text where a file says it, nor when they are edited, and have something left after each change', async () => {
    const lou = world.visitor((await world.member('Lou Edit')).cookie);
    const files = [{ name: 'scan.txt', bytes: 'Voté.' }];
    const path = `/thread/${thread}/case/steps`;
    world.clock.advance(1000);
    const fields = keyed({ kind: 'vote', dated: '2026-04-03', text: '', name: '', action: 'send' });
    expect((await lou.post(path, fields)).status).toBe(422);
    expect((await lou.send(path, fields, files)).status).toBe(303);
    const [row] = await world.writer.query<{ id: string }>(
      'select id from desk.submission order by written_at desc, changed_at desc limit 1',
    );
    await accept(row?.id ?? '');
    const [{ number } = { number: 0 }] = await world.writer.query<{ number: number }>(
      'select number from desk.submission where id = $1',
      [row?.id],
    );
    const edits = `/thread/${thread}/posts/${number}/edits`;
    const form = (await lou.get(`${edits}/new`)).html().querySelector('form.writing');
    expect(form?.querySelector('[name="text"]')?.hasAttribute('required')).toBe(false);
    expect(form?.querySelector('[name="dated"]')?.getAttribute('value')).toBe('2026-04-03');
    const version = form?.querySelector('input[name="version"]')?.getAttribute('value') ?? '';
    const change = { kind: 'vote', dated: '2026-04-04', text: '', version };
    world.clock.advance(1000);
    expect((await lou.post(edits, { ...change, upload: '' })).status).toBe(422);
    expect((await lou.post(edits, change)).status).toBe(303);
    const [edit] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'edit' order by written_at desc limit 1`,
    );
    const correction = `/me/submissions/${edit?.id}/correction`;
    expect((await lou.post(correction, { ...change, version: '1', upload: '' })).status).toBe(422);
    expect((await lou.post(correction, { ...change, version: '1', dated: '2026-04-05' })).status).toBe(303);
    const accepted = { decision: 'accept', version: '2' };
    expect((await atDesk().post(`/desk/submissions/${edit?.id}/decision`, accepted)).status).toBe(303);
    expect((await page()).querySelector(`[data-step="${number}"] time`)?.getAttribute('datetime')).toBe('2026-04-05');
    const team = { text: '', kind: 'vote', dated: '2026-04-06', remark: 'La date.', reason: '' };
    const at = `/desk/thread/${thread}/posts/${number}/correction`;
    const read = (await atDesk().get(at)).html().querySelector('main input[name="version"]')?.getAttribute('value');
    expect((await atDesk().post(at, { ...team, version: read ?? '' })).status).toBe(303);
    expect((await page()).querySelector(`[data-step="${number}"] time`)?.getAttribute('datetime')).toBe('2026-04-06');
  });

  it('become plain messages in a thread that is no case, and steps again when they come back', async () => {
    const before = await kinds();
    const moved = await step({ kind: 'contract', dated: '2026-05-09', software: 'BriefCam' });
    const done = await atDesk().post(`/desk/thread/${thread}/move`, {
      action: 'do',
      number: String(moved.number),
      where: 'new',
      title: 'À part',
      category: 'villes',
    });
    expect([done.status, done.status === 303 ? '' : done.html().querySelector('main')?.text]).toEqual([303, '']);
    const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    expect(await kinds()).toEqual(before);
    await undo(row?.id ?? '');
    expect((await page()).querySelector(`[data-step="${moved.number}"]`)?.text).toContain('BriefCam');
  });

  it('go along when their case is merged into another one, which takes nothing but cases', async () => {
    const small = await accept(
      await sent('/category/dossiers/cases', { title: 'Peltre, encore', text: 'La même affaire.', town: '57534' }),
    );
    await step({ kind: 'count', dated: '2025-12-01', cameras: '2' }, small);
    const plainThread = await accept(
      await sent('/category/villes/threads', { title: 'Un sujet', text: 'Sans commune.' }),
    );
    const refused = await atDesk().post(`/desk/thread/${small}/merge`, { to: String(plainThread), action: 'do' });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const numbers = (await kinds()).length;
    const [before] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    const done = await atDesk().post(`/desk/thread/${small}/merge`, { to: String(thread), action: 'do' });
    expect([done.status, done.status === 303 ? '' : done.html().querySelector('main')?.text]).toEqual([303, '']);
    const [after] = await world.writer.query<{ id: string; decision: string }>(
      'select d.id::text, d.decision from desk.decision d order by d.id desc limit 1',
    );
    expect([after?.decision, after?.id === before?.id]).toEqual(['merge', false]);
    expect((await kinds()).length).toBe(numbers + 1);
    expect(await world.reader.query('select 1 from local_case where thread_id = $1', [small])).toEqual([]);
    await undo(after?.id ?? '');
    expect((await kinds()).length).toBe(numbers);
    expect(await kinds(small)).toEqual(['count']);
  });

  it.each([
    [{ kind: 'party', dated: '2026-01-01' }, 'kind'],
    [{ kind: 'vote', dated: '' }, 'dated'],
    [{ kind: 'vote', dated: '2026-02-31' }, 'dated'],
    [{ kind: 'vote', dated: '2031-01-01' }, 'dated'],
    [{ kind: 'answer', dated: '2026-08-01', outcome: 'all', request: '4' }, 'dated'],
    [{ kind: 'answer', dated: '2026-08-20', outcome: 'won', request: '4' }, 'outcome'],
    [{ kind: 'answer', dated: '2026-08-20', outcome: '', request: '4' }, 'outcome'],
    [{ kind: 'receipt', dated: '2026-08-20', request: '2' }, 'request'],
    [{ kind: 'vote', dated: '2026-08-20', request: '4' }, 'request'],
    [{ kind: 'vote', dated: '2026-08-20', amount: '-3' }, 'amount'],
    [{ kind: 'vote', dated: '2026-08-20', amount: '1000000000000000' }, 'amount'],
    [{ kind: 'vote', dated: '2026-08-20', cameras: 'douze' }, 'cameras'],
    [{ kind: 'press', dated: '2026-08-20', link: 'javascript:alert(1)' }, 'link'],
    [{ kind: 'post', dated: '2026-08-20', post: 'https://autre.example/thread/1#post-1' }, 'post'],
    [{ kind: 'post', dated: '2026-08-20', post: '/thread/999#post-1' }, 'post'],
    [{ kind: 'vote', dated: '2026-08-20', status: 'lasting' }, 'status'],
    [{ kind: 'vote', dated: '2026-08-20', text: '' }, 'text'],
  ])('%j is said at its field, and all that was typed comes back', async (fields, field) => {
    const answer = await world.visitor().post(`/thread/${thread}/case/steps`, keyed({ text: 'Voilà.', ...fields }));
    expect(answer.status).toBe(422);
    const form = answer.html().querySelector('form.writing');
    const wrong = form?.querySelectorAll('.field.err') ?? [];
    expect(wrong.some((each) => each.querySelector(`[name="${field}"]`) !== null)).toBe(true);
    expect(form?.querySelector('[name="text"]')?.text.trim()).toBe((fields as { text?: string }).text ?? 'Voilà.');
  });

  it('a second answer to a request is asked about once, and the court may be announced', async () => {
    const fields = { kind: 'answer', dated: '2026-10-25', outcome: 'part', request: '6', text: 'Encore une.' };
    const asked = await world.visitor().post(`/thread/${thread}/case/steps`, keyed(fields));
    expect(asked.status).toBe(422);
    expect(asked.html().querySelector('input[type="checkbox"][name="again"]')).not.toBeNull();
    await sent(`/thread/${thread}/case/steps`, { ...fields, again: 'yes' });
    await sent(`/thread/${thread}/case/steps`, {
      kind: 'court',
      dated: '2031-01-14',
      request: '6',
      text: 'Audience.',
    });
  });

  it('what comes within thirty days filters the list, and stands on the home page and with the town', async () => {
    const quiet = await accept(
      await sent('/category/dossiers/cases', { title: 'Metz, sans échéance', text: 'Rien ne court.', town: 'metz' }),
    );
    const busy = await accept(
      await sent('/category/dossiers/cases', { title: 'Metz, un refus', text: 'Refusée.', town: 'metz' }),
    );
    const day = (ago: number): string =>
      new Date(world.clock.now().getTime() - ago * 86_400_000).toISOString().slice(0, 10);
    const request = await step({ kind: 'request', dated: day(60), how: 'letter', text: 'Envoyée.' }, busy);
    const listed = async (path: string): Promise<string[]> =>
      (await get(path))
        .html()
        .querySelectorAll('li[data-case]')
        .map((each) => each.getAttribute('data-case') ?? '');
    const dues = async (path: string): Promise<string[]> =>
      (await get(path))
        .html()
        .querySelectorAll(`[data-due="${busy}"]`)
        .map((each) => each.getAttribute('data-binds') ?? '');
    // Two months from a refusal that was said 45 days ago.
    await step(
      { kind: 'answer', dated: day(45), outcome: 'refusal', text: 'Non.', request: String(request.number) },
      busy,
    );
    expect(await listed('/cases?due=yes&town=metz')).toEqual([String(busy)]);
    expect(await listed('/cases?town=metz')).toContain(String(quiet));
    expect((await get('/cases.csv?due=yes&town=metz')).text.trimEnd().split('\r\n').length).toBe(2);
    expect(await dues('/')).toEqual(['people']);
    expect(await dues('/town/57463/metz')).toContain('people');
    expect((await get('/cases?due=no')).status).toBe(404);
    await step({ kind: 'cada', dated: day(1), text: 'Saisie.', request: String(request.number) }, busy);
    expect(await listed('/cases?due=yes&town=metz')).toEqual([]);
  });

  it('a thread that is no case takes none', async () => {
    const plain = await accept(
      await sent('/category/villes/threads', { title: 'Un autre sujet', text: 'Sans commune.' }),
    );
    expect((await get(`/thread/${plain}/case/steps/new`)).status).toBe(404);
    const answer = await world
      .visitor()
      .post(`/thread/${plain}/case/steps`, keyed({ kind: 'vote', dated: '2026', text: 'x y' }));
    expect(answer.status).toBe(404);
  });
});
