import { formWith } from '../../form.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';
import type { Browsing } from '../../browsing.js';

describe('appeals', () => {
  let world: World;
  let nadia: Person;
  let omar: Person;
  let alma: Person;
  let thread: number;

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes' });
    await world.category({ slug: 'seule' });
    nadia = await world.member('Nadia', { role: 'moderator', categories: ['villes', 'seule'] });
    omar = await world.member('Omar', { role: 'moderator', categories: ['villes'] });
    alma = await world.member('Alma');
    thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
    // Helpers of the world are administrators; here only those two moderate.
    await world.db.owner.query(`update member set role = 'member' where role = 'administrator'`);
  });

  afterAll(async () => {
    const all = await triedUndoings(world);
    await world.close();
    expect(wronglyOffered(all)).toEqual([]);
  });

  async function sent(
    text: string,
    who: Browsing,
    path = `/thread/${thread}/replies`,
    more: Record<string, string> = {},
  ): Promise<{ id: string; page: string }> {
    const answer = await who.post(path, { text, key: `key-${text.replaceAll(/\W/g, '')}`, ...more });
    const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
    const id = row?.id ?? '';
    return { id, page: answer.location?.startsWith('/follow/') === true ? answer.location : `/me/submissions/${id}` };
  }

  async function decide(by: Person, id: string, fields: Record<string, string>): Promise<number> {
    const [row] = await world.writer.query<{ version: number }>('select version from desk.submission where id = $1', [
      id,
    ]);
    return (
      await world
        .visitor(by.cookie)
        .post(`/desk/submissions/${id}/decision`, { version: String(row?.version), ...fields })
    ).status;
  }

  async function lastDecision(): Promise<string> {
    const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    return row?.id ?? '';
  }

  const appealOf = async (id: string) =>
    (await world.writer.query<{ id: string }>('select id from desk.submission where appeals = $1', [id]))[0]?.id ?? '';
  const statusOf = async (id: string) =>
    (await world.writer.query<{ status: string }>('select status from desk.submission where id = $1', [id]))[0]
      ?.status;

  it('a guest appeals once on the follow page, keeps the text, and somebody else grants it', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Un mot refusé à tort.', guest);
    expect(await decide(nadia, id, { decision: 'refuse', reason: 'off-topic', remark: 'Hors du sujet.' })).toBe(303);
    const refused = (await guest.get(page)).html();
    expect(refused.querySelector('#kept-text')?.textContent.trim()).toBe('Un mot refusé à tort.');
    const { action } = formWith(refused, 'text');
    expect(action).toBe(`${page}/appeal`);
    expect((await guest.post(action, { text: 'x' })).status).toBe(422);
    expect((await guest.post(action, { text: 'Relisez le sujet, j’y réponds.' })).status).toBe(303);
    expect((await guest.post(action, { text: 'Relisez le sujet, j’y réponds.' })).status).toBe(303);
    expect((await guest.post(action, { text: 'Et encore autre chose.' })).status).toBe(409);
    expect((await guest.get(page)).text).toContain('En attente');

    const appeal = await appealOf(id);
    expect(await decide(nadia, appeal, { decision: 'accept' })).toBe(403);
    expect((await world.visitor(nadia.cookie).get('/desk?kind=appeal')).text).not.toContain('Relisez le sujet');
    expect((await world.visitor(nadia.cookie).get('/desk?kind=appeal&colleague=1')).text).toContain(
      'quelqu’un d’autre de l’équipe tranchera',
    );
    const card =
      (await world.visitor(omar.cookie).get('/desk?kind=appeal')).html().querySelector('[data-submission]')
        ?.textContent ?? '';
    for (const words of [
      'Un mot refusé à tort.',
      'hors sujet',
      'Hors du sujet.',
      'Relisez le sujet',
      'Nadia',
      'Faire droit',
    ])
      expect(card).toContain(words);
    expect(await decide(omar, appeal, { decision: 'accept' })).toBe(303);
    expect(await statusOf(id)).toBe('published');
    expect((await guest.get(`/thread/${thread}/cameras-du-marche`)).text).toContain('Un mot refusé à tort.');
    expect((await guest.get(page)).text).toContain('la décision est annulée');

    expect((await world.visitor(omar.cookie).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(303);
    expect([await statusOf(id), await statusOf(appeal)]).toEqual(['refused', 'waiting']);
    expect((await guest.get(`/thread/${thread}/cameras-du-marche`)).text).not.toContain('Un mot refusé à tort.');
    expect((await guest.get(page)).text).toContain('Hors du sujet.');
    expect(await decide(omar, appeal, { decision: 'accept' })).toBe(303);
    expect(await statusOf(id)).toBe('published');
  });

  it('gives back what was typed into a form that is gone by then: a second appeal, and whatever comes after a withdrawal', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Un mot refusé, puis retiré.', guest);
    expect(await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' })).toBe(303);
    expect((await guest.post(`${page}/appeal`, { text: 'Mon premier recours.' })).status).toBe(303);
    const back = async (path: string, fields: Record<string, string>): Promise<string | undefined> => {
      const answer = await guest.post(path, fields);
      expect(answer.status).toBe(409);
      const kept = answer.html().querySelector('[data-too-late]');
      expect(kept?.querySelector('[role="alert"]')?.text).toBeTruthy();
      return kept?.querySelector('textarea[readonly]')?.textContent.trim();
    };
    expect(await back(`${page}/appeal`, { text: 'Un second, plus long.' })).toBe('Un second, plus long.');
    expect((await guest.get(page)).html().querySelector('[data-too-late]')).toBeNull();
    expect((await guest.post(`${page}/withdrawal`, { version: '1' })).status).toBe(303);
    expect(await back(`${page}/appeal`, { text: 'Après le retrait.' })).toBe('Après le retrait.');
    const correction = { text: 'Une correction trop tardive.', version: '1' };
    expect(await back(`${page}/correction`, correction)).toBe(correction.text);
  });

  it('a member’s appeal is confirmed with a remark, which the author reads and nobody else', async () => {
    const author = world.visitor(alma.cookie);
    const { id, page } = await sent('Un autre mot refusé.', author);
    await decide(omar, id, { decision: 'refuse', reason: 'insult' });
    expect((await author.post(`${page}/appeal`, { text: 'Ce n’était pas une insulte.' })).status).toBe(303);
    const appeal = await appealOf(id);
    expect(await decide(nadia, appeal, { decision: 'refuse' })).toBe(422);
    expect(await decide(nadia, appeal, { decision: 'refuse', remark: 'Nous l’avons relu à deux.' })).toBe(303);
    expect((await author.get(page)).text).toContain('Nous l’avons relu à deux.');
    expect((await author.get('/me/submissions')).text).not.toContain(`/me/submissions/${appeal}`);
    expect((await author.get(`/me/submissions/${appeal}`)).status).toBe(404);
    expect((await world.visitor().get(`/thread/${thread}/cameras-du-marche`)).text).not.toContain(
      'Un autre mot refusé.',
    );
  });

  it('an appeal against a take-down restores the post under its number', async () => {
    const author = world.visitor(alma.cookie);
    const { id, page } = await sent('Un mot paru puis retiré.', author);
    await decide(omar, id, { decision: 'accept' });
    const [at] = await world.writer.query<{ number: number }>('select number from desk.submission where id = $1', [
      id,
    ]);
    const number = at?.number ?? 0;
    expect((await author.post(`${page}/appeal`, { text: 'Rien à redire encore.' })).status).toBe(409);
    await world
      .visitor(omar.cookie)
      .post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'unsourced', remark: 'Sans source.' });
    expect((await author.get(page)).html().querySelector('#appeal')).not.toBeNull();
    await author.post(`${page}/appeal`, { text: 'La source est au nº 1.' });
    const appeal = await appealOf(id);
    expect(await decide(omar, appeal, { decision: 'accept' })).toBe(403);
    expect(await decide(nadia, appeal, { decision: 'accept' })).toBe(303);
    expect(
      (await author.get(`/thread/${thread}/cameras-du-marche`)).html().querySelector(`#post-${number} .text`)
        ?.textContent,
    ).toContain('Un mot paru puis retiré.');
    expect((await world.visitor(nadia.cookie).post(`/desk/decisions/${await lastDecision()}/undo`)).status).toBe(303);
    expect((await author.get(`/thread/${thread}/cameras-du-marche`)).text).not.toContain('Un mot paru puis retiré.');
  });

  it('with one moderator alone, that one decides and is told so', async () => {
    const author = world.visitor(alma.cookie);
    const { id, page } = await sent('Un sujet refusé par la seule personne.', author, '/category/seule/threads', {
      title: 'Un titre',
    });
    await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' });
    await author.post(`${page}/appeal`, { text: 'Relisez, s’il vous plaît.' });
    const appeal = await appealOf(id);
    expect((await world.visitor(nadia.cookie).get(`/desk?kind=appeal&hand=${appeal}`)).text).toContain(
      'Personne d’autre ne modère cette catégorie',
    );
    expect(await decide(nadia, appeal, { decision: 'accept' })).toBe(303);
    expect(await statusOf(id)).toBe('published');
  });

  it('whoever withdraws what was refused takes the appeal back with it', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Un mot que je reprends.', guest);
    await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' });
    await guest.post(`${page}/appeal`, { text: 'Relisez donc ceci.' });
    const appeal = await appealOf(id);
    expect((await guest.post(`${page}/withdrawal`)).status).toBe(303);
    const [row] = await world.writer.query<{ status: string; source: string }>(
      'select status, source from desk.submission where id = $1',
      [appeal],
    );
    expect(row).toEqual({ status: 'withdrawn', source: '' });
  });

  const decisionsOf = async (id: string) =>
    (
      await world.writer.query<{ id: string }>(
        'select id::text as id from desk.decision where submission_id = $1 order by id desc',
        [id],
      )
    ).map((row) => row.id);
  const undo = async (by: Person, decision: string | undefined) => {
    world.clock.advance(1_000);
    return (await world.visitor(by.cookie).post(`/desk/decisions/${decision}/undo`)).status;
  };
  const threadText = async () => (await world.visitor().get(`/thread/${thread}/cameras-du-marche`)).text;
  const correct = (who: Browsing, page: string, text: string) =>
    who.post(`${page}/correction`, { text, version: '1' });

  it('whose refusal is undone has been heard: nothing of it publishes words that nobody has read', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Des mots refusés, puis lus encore.', guest);
    await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' });
    await guest.post(`${page}/appeal`, { text: 'Lisez-les une fois encore.' });
    const appeal = await appealOf(id);
    expect((await world.visitor(omar.cookie).get('/desk?kind=appeal')).text).toContain('Lisez-les une fois encore.');
    expect(await undo(nadia, (await decisionsOf(id))[0])).toBe(303);
    expect([await statusOf(id), await statusOf(appeal)]).toEqual(['waiting', 'published']);
    expect((await world.visitor(omar.cookie).get('/desk?kind=appeal')).text).not.toContain('Lisez-les une fois');
    expect((await guest.get(page)).text).toContain('la décision est annulée');
    expect((await correct(guest, page, 'Des mots que personne n’a lus.')).status).toBe(303);
    for (const fields of [
      { decision: 'accept', remark: '' },
      { decision: 'refuse', remark: 'Non.' },
    ])
      expect(await decide(omar, appeal, fields)).toBe(409);
    expect(await statusOf(id)).toBe('waiting');
    expect(await threadText()).not.toContain('que personne n’a lus');
  });

  it('one that waits although its refusal was undone can be closed, and neither granted nor confirmed', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Des mots refusés deux fois.', guest);
    await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' });
    await guest.post(`${page}/appeal`, { text: 'Cela parle bien du sujet.' });
    const appeal = await appealOf(id);
    expect(await decide(omar, appeal, { decision: 'refuse', remark: 'Non.' })).toBe(303);
    expect(await undo(nadia, (await decisionsOf(id))[0])).toBe(303);
    expect(await undo(omar, (await decisionsOf(appeal))[0])).toBe(303);
    expect([await statusOf(id), await statusOf(appeal)]).toEqual(['waiting', 'waiting']);
    expect((await correct(guest, page, 'D’autres mots que personne n’a lus.')).status).toBe(303);
    const card = (await world.visitor(omar.cookie).get(`/desk?kind=appeal&hand=${appeal}`)).html();
    const acts = card.querySelectorAll(`[data-submission="${appeal}"] .acts button[name="decision"]`);
    expect(acts.map((act) => act.textContent.trim())).toEqual(['Classer la demande']);
    expect(await decide(omar, appeal, { decision: 'refuse', remark: 'Non.' })).toBe(409);
    expect(await decide(nadia, appeal, { decision: 'accept' })).toBe(303);
    expect([await statusOf(id), await statusOf(appeal)]).toEqual(['waiting', 'published']);
    expect(await threadText()).not.toContain('D’autres mots que personne');
  });

  it('against a post that was put back meanwhile waits no more', async () => {
    const author = world.visitor(alma.cookie);
    const { id, page } = await sent('Un mot retiré, puis rétabli.', author);
    await decide(omar, id, { decision: 'accept' });
    const [at] = await world.writer.query<{ number: number }>('select number from desk.submission where id = $1', [
      id,
    ]);
    const post = `/desk/thread/${thread}/posts/${at?.number}`;
    for (const back of ['restoration', 'undo']) {
      world.clock.advance(1_000);
      await world.visitor(omar.cookie).post(`${post}/removal`, { reason: 'unsourced', remark: '' });
      world.clock.advance(1_000);
      // Each taking down is a decision of its own, against which one may appeal.
      expect((await author.post(`${page}/appeal`, { text: `Rétablissez-le : ${back}.` })).status).toBe(303);
      expect(await statusOf(await appealOf(id))).toBe('waiting');
      const done =
        back === 'undo'
          ? await undo(nadia, await lastDecision())
          : (await world.visitor(nadia.cookie).post(`${post}/restoration`)).status;
      expect([back, done, await statusOf(await appealOf(id))]).toEqual([back, 303, 'published']);
      expect(await threadText()).toContain('Un mot retiré, puis rétabli.');
    }
  });

  it('can be made anew against a new refusal, once, and then an older card decides nothing', async () => {
    const guest = world.visitor();
    const { id, page } = await sent('Refusé, relu, refusé encore.', guest);
    await decide(nadia, id, { decision: 'refuse', reason: 'off-topic' });
    await guest.post(`${page}/appeal`, { text: 'Un premier recours.' });
    await undo(nadia, (await decisionsOf(id))[0]);
    world.clock.advance(1_000);
    expect((await guest.get(page)).html().querySelector('#appeal')).toBeNull();
    await decide(nadia, id, { decision: 'refuse', reason: 'insult' });
    expect((await guest.get(page)).html().querySelector('#appeal')).not.toBeNull();
    expect((await guest.post(`${page}/appeal`, { text: 'Un premier recours.' })).status).toBe(303);
    expect((await guest.post(`${page}/appeal`, { text: 'Un troisième.' })).status).toBe(409);
    const appeal = await appealOf(id);
    const old = await world
      .visitor(omar.cookie)
      .post(`/desk/submissions/${appeal}/decision`, { decision: 'accept', version: '1' });
    expect([old.status, await statusOf(id)]).toEqual([409, 'refused']);
    expect(await decide(omar, appeal, { decision: 'accept' })).toBe(303);
    expect(await statusOf(id)).toBe('published');
    expect(await threadText()).toContain('Refusé, relu, refusé encore.');
  });
});
