import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

describe('reports of published posts', () => {
  let world: World;
  let moderator: Person;
  let reader: Person;
  let thread: number;

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes', hold: 'nobody' });
    await world.category({ slug: 'membres', hold: 'nobody', audience: 'members' });
    await world.category({ slug: 'ailleurs' });
    moderator = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
    reader = await world.member('Mira');
    thread = await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' });
  });

  afterAll(() => world.close());

  const address = (number: number): string => `/thread/${thread}/posts/${number}/report`;
  const cards = () =>
    world.writer.query<{ id: string; version: number; status: string }>(
      `select id, version, status from desk.submission where kind = 'report' order by written_at, id`,
    );
  const last = async () => (await cards()).at(-1) ?? { id: '', version: 0, status: '' };
  const gone = async (number: number) =>
    (
      await world.reader.query<{ gone: string | null }>('select gone from post where thread_id = $1 and number = $2', [
        thread,
        number,
      ])
    )[0]?.gone ?? null;

  // Each at a moment of its own, so that the last card is the last one made.
  const later = (): void => world.clock.advance(1000);

  async function report(number: number, remark: string, who = world.visitor()): Promise<Record<string, string>> {
    later();
    const { fields } = formWith((await who.get(address(number))).html(), 'reason');
    const sent = { ...fields, reason: 'insult', remark };
    expect((await who.post(address(number), sent)).status).toBe(200);
    return sent;
  }

  async function decide(fields: Record<string, string>): Promise<string> {
    const { id, version } = await last();
    const answer = await world
      .visitor(moderator.cookie)
      .post(`/desk/submissions/${id}/decision`, { version: String(version), ...fields });
    expect(answer.status).toBe(303);
    const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    return row?.id ?? '';
  }

  const undo = (decision: string) => world.visitor(moderator.cookie).post(`/desk/decisions/${decision}/undo`);

  it('gather on one card, each key once, and a member’s last one counts', async () => {
    const number = await world.reply(thread, 'Un mot qui blesse.');
    expect((await world.visitor().get(`/thread/${thread}`)).status).toBe(301);
    const page = await world.visitor().get(`/thread/${thread}/cameras-du-marche`);
    expect(page.html().querySelector(`#post-${number} a[href="${address(number)}"]`)?.textContent).toContain(
      'Signaler',
    );
    const sent = await report(number, 'Remarque d’une passante.');
    expect((await world.visitor().post(address(number), sent)).text).toContain('Merci');
    await report(number, 'Premier mot de Mira.', world.visitor(reader.cookie));
    await report(number, 'Second mot de Mira.', world.visitor(reader.cookie));
    expect(await cards()).toHaveLength(1);
    expect((await last()).version).toBe(3);
    const queue = await world.visitor(moderator.cookie).get('/desk?kind=report');
    const card = queue.html().querySelector('[data-submission]')?.textContent ?? '';
    for (const words of [
      'Un mot qui blesse.',
      'Remarque d’une passante.',
      'Second mot de Mira.',
      'Mira',
      '2\u00a0signalements',
      'Maintenir le message',
    ])
      expect(card).toContain(words);
    expect(card).not.toContain('Premier mot de Mira.');
  });

  it('with the key of an earlier one and other words are given back, not thanked and dropped', async () => {
    const remarks = () => world.writer.query('select reason, remark from desk.report order by reported_at, remark');
    const sent = await report(2, 'Les mots du début.');
    const before = await remarks();
    const others: Record<string, string>[] = [
      { ...sent, remark: 'D’autres mots.' },
      { ...sent, reason: 'off-topic' },
    ];
    for (const changed of others) {
      const answer = await world.visitor().post(address(2), changed);
      expect(answer.status).toBe(409);
      const again = formWith(answer.html(), 'remark').fields;
      expect(again['remark']).toBe(changed['remark']);
      expect(again['key']).not.toBe(sent['key']);
      expect(answer.text).toContain('déjà servi pour un autre signalement');
    }
    expect(await remarks()).toEqual(before);
    expect((await world.visitor().post(address(2), sent)).status).toBe(200);
  });

  it('are not made of one’s own post', async () => {
    const number = await world.reply(thread, 'Un message de Mira.', reader.visitor);
    const mira = world.visitor(reader.cookie);
    const page = (await mira.get(`/thread/${thread}/cameras-du-marche`)).html();
    expect(page.querySelector(`#post-${number} .acts [data-own] ~ [data-report]`)).not.toBeNull();
    expect(page.querySelector('#post-1 .acts [data-own]')).toBeNull();
    const form = await mira.get(address(number));
    const sent = await mira.post(address(number), { reason: 'insult', remark: '', key: 'a-key-of-my-own-report' });
    expect([form.status, sent.status]).toEqual([403, 403]);
    expect(form.text).toContain('votre propre message');
  });

  it('are seen by nobody else', async () => {
    const { id } = await last();
    const other = await world.member('Omar', { role: 'moderator', categories: ['ailleurs'] });
    for (const cookie of [null, reader.cookie, other.cookie]) {
      const who = world.visitor(cookie);
      expect((await who.get(`/desk/submissions/${id}`)).status).toBe(404);
      expect((await who.get(`/me/submissions/${id}`)).status).not.toBe(200);
      expect((await who.get('/desk')).text).not.toContain('Remarque d’une passante.');
    }
    expect((await world.visitor(reader.cookie).get('/me/submissions')).text).not.toContain('Message signalé');
  });

  it('keep the post or take it down, each undone by one act', async () => {
    const number = 2;
    const kept = await decide({ decision: 'accept' });
    expect(await gone(number)).toBeNull();
    expect((await undo(kept)).status).toBe(303);
    expect((await last()).status).toBe('waiting');
    const { id, version } = await last();
    const without = await world
      .visitor(moderator.cookie)
      .post(`/desk/submissions/${id}/decision`, { version: String(version), decision: 'refuse' });
    expect(without.status).toBe(422);
    const fell = await decide({ decision: 'refuse', reason: 'insult', remark: 'Pas ici.' });
    expect(await gone(number)).toBe('taken-down');
    expect((await world.visitor().get(`/thread/${thread}/cameras-du-marche`)).text).toContain('Motif');
    expect(
      (await world.visitor().post(address(number), { key: 'a-key-of-a-reader', reason: 'insult', remark: '' })).status,
    ).toBe(409);
    expect((await undo(fell)).status).toBe(303);
    expect(await gone(number)).toBeNull();
    expect((await last()).status).toBe('waiting');
    const log = await world.writer.query<{ decision: string }>(
      'select decision from desk.decision where submission_id = $1 order by id',
      [id],
    );
    expect(log.map(({ decision }) => decision)).toEqual(['keep', 'undo', 'take-down', 'undo']);
  });

  it('that come after a decision make another card, and then the first decision stands', async () => {
    const kept = await decide({ decision: 'accept' });
    await report(2, 'Encore une fois.');
    expect(await cards()).toHaveLength(2);
    expect((await undo(kept)).status).toBe(409);
  });

  it('are refused without a reason, without a key and with an old version, and for posts that one cannot see', async () => {
    const guest = world.visitor();
    expect((await guest.post(address(2), { key: 'a-key-of-a-reader', remark: 'Sans motif.' })).text).toContain(
      'Sans motif.',
    );
    expect((await guest.post(address(2), { reason: 'insult', remark: '' })).status).toBe(422);
    const { id, version } = await last();
    await report(2, 'Un de plus.');
    expect(
      (
        await world
          .visitor(moderator.cookie)
          .post(`/desk/submissions/${id}/decision`, { version: String(version), decision: 'accept' })
      ).status,
    ).toBe(409);
    expect(
      (
        await world.visitor(moderator.cookie).post(`/desk/submissions/${id}/decision`, {
          version: String(version + 1),
          decision: 'return',
          remark: 'Non.',
        })
      ).status,
    ).toBe(422);
    const hidden = await world.thread({
      category: 'membres',
      title: 'Entre nous',
      text: 'Pour les membres.',
      by: reader.visitor,
    });
    expect((await guest.get(`/thread/${hidden}/posts/1/report`)).status).toBe(404);
    expect(
      (
        await guest.post(`/thread/${hidden}/posts/1/report`, {
          key: 'a-key-of-a-reader',
          reason: 'insult',
          remark: '',
        })
      ).status,
    ).toBe(404);
  });

  it('of twenty readers at once are twenty on one card', async () => {
    const number = await world.reply(thread, 'Un autre mot.');
    later();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        world.visitor().post(address(number), { key: `key-of-reader-${index}`, reason: 'insult', remark: '' }),
      ),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await last()).version).toBe(20);
    const [count] = await world.writer.query<{ count: number }>(
      'select count(*)::int as count from desk.report where submission_id = $1',
      [(await last()).id],
    );
    expect(count?.count).toBe(20);
  });
});
