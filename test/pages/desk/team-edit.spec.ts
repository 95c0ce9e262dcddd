import { io } from 'socket.io-client';
import { formWith } from '../../form.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

describe('a moderator edits somebody’s published post', () => {
  let world: World;
  let moderator: Person;
  let author: Person;
  let thread: number;
  let follow: string;

  const address = (number: number): string => `/desk/thread/${thread}/posts/${number}/correction`;
  const page = async (cookie: string | null = null) =>
    (await world.visitor(cookie).get(`/thread/${thread}/cameras-du-marche`)).html();
  const post = async (number: number, cookie: string | null = null) =>
    (await page(cookie)).querySelector(`#post-${number}`)?.textContent ?? '';
  const lastDecision = async (): Promise<string> =>
    (await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision'))[0]?.id ?? '';
  const undo = async () => world.visitor(moderator.cookie).post(`/desk/decisions/${await lastDecision()}/undo`);

  async function edit(number: number, fields: Record<string, string>, who = moderator) {
    const form = formWith((await world.visitor(who.cookie).get(address(number))).html(), 'text');
    world.clock.advance(1000);
    return world.visitor(who.cookie).post(form.action, { ...form.fields, ...fields });
  }

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes' });
    await world.db.owner.query('update category set history = true');
    await world.category({ slug: 'ailleurs' });
    moderator = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
    author = await world.member('Alma');
    thread = await world.thread({
      category: 'villes',
      title: 'Caméras du marché',
      text: 'Il y en a quatre.',
      by: author.visitor,
    });
    const guest = world.visitor();
    const sent = await guest.post(`/thread/${thread}/replies`, {
      text: 'Appelez Zoé au 0123, elle sait.',
      key: 'key-of-a-guest-1',
    });
    follow = sent.headers.get('location') ?? '';
    const [row] = await world.writer.query<{ id: string }>(`select id from desk.submission where status = 'waiting'`);
    await world
      .visitor(moderator.cookie)
      .post(`/desk/submissions/${row?.id}/decision`, { decision: 'accept', version: '1' });
    expect(await post(2)).toContain('0123');
  });

  afterAll(async () => {
    const all = await triedUndoings(world);
    await world.close();
    expect(wronglyOffered(all)).toEqual([]);
  });

  it('at once, and everybody reads that it was the team, and why', async () => {
    const socket = io(world.url, { transports: ['websocket'], extraHeaders: { Origin: world.url } });
    const heard = new Promise<{ html: string }>((resolve) => socket.on('post-changed', resolve));
    await new Promise((resolve) => socket.emit('join', `thread:${thread}`, resolve));
    expect(await post(2, moderator.cookie)).toContain('Modifier (modération)');
    expect(await post(2, author.cookie)).not.toContain('Modifier (modération)');
    expect(
      (
        await edit(2, {
          text: 'Appelez Zoé, elle sait.',
          reason: 'personal-data',
          remark: 'Un numéro privé <b>retiré</b>',
        })
      ).status,
    ).toBe(303);
    expect((await heard).html).toContain('Un numéro privé &lt;b>retiré');
    socket.close();
    const words = await post(2);
    for (const said of [
      'Appelez Zoé, elle sait.',
      'modifié par l’équipe',
      'Motif\u00a0:',
      'Un numéro privé <b>retiré</b>',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('0123');
    const { text } = await world.visitor().get(follow);
    for (const said of [
      'L’équipe de modération a modifié ce message',
      'Un numéro privé',
      'Appelez Zoé, elle sait.',
      'au 0123',
    ])
      expect(text).toContain(said);
    const desk = await world.visitor(moderator.cookie).get(address(2));
    expect(desk.text).toContain('au 0123');
    expect((await world.visitor(moderator.cookie).get('/desk/log')).text).toContain('modifié par l’équipe');
  });

  it('not without a reason or words, not without a change, not outside of their categories, and not what they have not read', async () => {
    const form = formWith((await world.visitor(moderator.cookie).get(address(2))).html(), 'text').fields;
    const send = (fields: Record<string, string>) =>
      world.visitor(moderator.cookie).post(address(2), { ...form, ...fields });
    const without = await send({ text: 'Un autre texte.', remark: ' ' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Un autre texte.');
    expect((await send({ remark: 'Rien.' })).status).toBe(422);
    expect((await send({ text: ' ', remark: 'Rien.' })).status).toBe(422);
    const stale = await send({ text: 'Un autre texte.', remark: 'Parce que.', version: '0' });
    expect(stale.status).toBe(409);
    expect(formWith(stale.html(), 'text').fields).toMatchObject({ text: 'Un autre texte.', version: form['version'] });
    const other = await world.member('Omar', { role: 'moderator', categories: ['ailleurs'] });
    for (const who of [world.visitor(other.cookie), world.visitor(author.cookie), world.visitor()]) {
      expect((await who.get(address(2))).status).toBe(404);
      expect((await who.post(address(2), { ...form, text: 'Non.', remark: 'Non.' })).status).toBe(404);
    }
    expect((await world.visitor(moderator.cookie).get(address(9))).status).toBe(404);
  });

  it('once, of ten who read the same words', async () => {
    const { action, fields } = formWith((await world.visitor(moderator.cookie).get(address(2))).html(), 'text');
    const send = (index: number) =>
      world
        .visitor(moderator.cookie)
        .post(action, { ...fields, text: `Appelez Zoé, elle sait. (${index})`, remark: 'Un numéro privé' });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => send(index)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(9).fill(409)]);
  });

  it('and takes it back, with what the author waits for, what readers could compare and the mark of the team', async () => {
    const version = String(
      (
        await world.reader.query<{ change: number }>('select change from post where thread_id = $1 and number = 1', [
          thread,
        ])
      )[0]?.change,
    );
    const own = (text: string, key: string, read: string) =>
      world.visitor(author.cookie).post(`/thread/${thread}/posts/1/edits`, { text, key, version: read });
    await own('Il y en a cinq.', 'key-of-an-edit-1', version);
    const waiting = async () =>
      (
        await world.writer.query<{ id: string; version: number }>(
          `select id, version from desk.submission where kind = 'edit' and status = 'waiting'`,
        )
      )[0];
    const accept = async () => {
      const row = await waiting();
      return world
        .visitor(moderator.cookie)
        .post(`/desk/submissions/${row?.id}/decision`, { decision: 'accept', version: String(row?.version) });
    };
    expect((await accept()).status).toBe(303);
    const history = async () => (await world.visitor().get(`/thread/${thread}/posts/1/history`)).status;
    expect(await history()).toBe(200);
    const now = String(
      (
        await world.reader.query<{ change: number }>('select change from post where thread_id = $1 and number = 1', [
          thread,
        ])
      )[0]?.change,
    );
    await own('Il y en a six.', 'key-of-an-edit-2', now);
    expect(
      (
        await edit(1, {
          title: 'Caméras du grand marché',
          text: 'Il y en a quelques-unes.',
          remark: 'Chiffre à vérifier',
        })
      ).status,
    ).toBe(303);
    expect(await history()).toBe(404);
    expect((await accept()).status).toBe(409);
    const mine = (await world.visitor(author.cookie).get('/me/submissions'))
      .html()
      .querySelectorAll('a[href^="/me/submissions/"]');
    const pages = await Promise.all(
      mine.map(async (link) => (await world.visitor(author.cookie).get(link.getAttribute('href') ?? '')).text),
    );
    expect(
      pages.filter((text) => text.includes('Chiffre à vérifier') && text.includes('Il y en a quatre.')).length,
    ).toBe(1);
    expect((await undo()).status).toBe(303);
    const words = await post(1);
    expect(words).toContain('Il y en a cinq.');
    expect(words).not.toContain('Chiffre à vérifier');
    expect(words).not.toContain('par l’équipe');
    expect((await page()).querySelector('h1')?.textContent).toBe('Caméras du marché');
    expect(await history()).toBe(200);
    expect((await accept()).status).toBe(303);
    expect(await post(1)).toContain('Il y en a six.');
  });

  it('and what the team said goes into the grave with the post, and comes back with it', async () => {
    const act = (what: string, fields: Record<string, string>) =>
      world.visitor(moderator.cookie).post(`/desk/thread/${thread}/posts/2/${what}`, fields);
    expect((await act('removal', { reason: 'insult', remark: '' })).status).toBe(303);
    expect(
      await world.reader.query('select 1 from post where edited_for is not null or edited_reason is not null'),
    ).toEqual([]);
    expect((await world.visitor(moderator.cookie).get(address(2))).status).toBe(404);
    expect((await act('restoration', { remark: '' })).status).toBe(303);
    expect(await post(2)).toContain('Un numéro privé');
    expect((await world.visitor().post(`${follow}/withdrawal`, {})).status).toBe(303);
    const rows = await world.writer.query('select 1 from desk.revision where number = 2');
    expect(rows).toEqual([]);
  });
});
