import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

describe('what members say of themselves', () => {
  let world: World;
  let alma: Person;
  let moderator: Person;
  let limited: Person;

  const by = (who: Person | null) => world.visitor(who?.cookie ?? null);
  const page = async (who: Person | null = null) => by(who).get('/user/Alma');
  const waiting = () =>
    world.writer.query<{ id: string; version: number }>(
      `select id, version from desk.submission where kind = 'profile' and status = 'waiting'
        order by written_at desc, id`,
    );
  const lastDecision = async (): Promise<string> =>
    (await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision'))[0]?.id ?? '';
  const undo = async (decision?: string) =>
    (await by(moderator).post(`/desk/decisions/${decision ?? (await lastDecision())}/undo`)).status;

  async function say(text: string, who = alma) {
    world.clock.advance(20_000);
    const { action, fields } = formWith((await by(who).get('/me/profile')).html(), 'text');
    return by(who).post(action, { ...fields, text });
  }

  async function decide(fields: Record<string, string>, who = moderator): Promise<number> {
    const [row] = await waiting();
    return (await by(who).post(`/desk/submissions/${row?.id}/decision`, { version: String(row?.version), ...fields }))
      .status;
  }

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes', hold: 'nobody' });
    moderator = await world.member('Nadia', { role: 'moderator' });
    limited = await world.member('Lise', { role: 'moderator', categories: ['villes'] });
    alma = await world.member('Alma');
  });

  afterAll(() => world.close());

  it('waits, whatever the categories hold, for moderators of all of them', async () => {
    expect((await page()).status).toBe(404);
    expect((await say('Je marche **beaucoup**.')).status).toBe(303);
    expect((await page()).status).toBe(404);
    // Members find each other's pages, and nothing on them that waits.
    const seen = await page(alma);
    expect([seen.status, seen.text.includes('Je marche')]).toEqual([200, false]);
    const own = await by(alma).get('/me/profile');
    expect(own.html().querySelector('[data-profile="waiting"]')?.textContent).toContain('Je marche beaucoup.');
    expect((await by(alma).get('/me/submissions')).text).toContain('Présentation');
    const card = (await by(moderator).get('/desk?kind=profile')).html().querySelector('[data-submission]');
    expect(card?.textContent).toContain('Je marche beaucoup.');
    expect(card?.textContent).toContain('Page de membre');
    expect(card?.querySelector('[name="reply"]')).toBeNull();
    expect((await by(limited).get('/desk')).text).not.toContain('Je marche');
    const [row] = await waiting();
    expect((await by(limited).get(`/desk/submissions/${row?.id}`)).status).toBe(404);
    expect(await decide({ decision: 'accept' }, limited)).toBe(404);
    expect((await by(moderator).get(`/desk/submissions/${row?.id}/context`)).text).not.toContain('ouvre un sujet');
  });

  it('is corrected while it waits, published by an acceptance, and stands on their page alone', async () => {
    expect((await say('Je marche la nuit.')).status).toBe(303);
    expect((await waiting()).map(({ version }) => version)).toEqual([2]);
    expect((await by(moderator).get(`/desk/submissions/${(await waiting())[0]?.id}`)).text).toContain(
      'Je marche la nuit.',
    );
    expect(await decide({ decision: 'accept', version: '1' })).toBe(409);
    expect(await decide({ decision: 'accept', reply: 'Bravo' })).toBe(422);
    const stale = formWith((await by(alma).get('/me/profile')).html(), 'text').fields;
    expect(await decide({ decision: 'accept' })).toBe(303);
    const late = await by(alma).post('/me/profile', { ...stale, text: 'Trop tard ?' });
    expect([
      late.status,
      formWith(late.html(), 'text').fields['text'],
      formWith(late.html(), 'text').fields['key']?.length,
    ]).toEqual([409, 'Trop tard ?', 24]);
    const shown = await page();
    expect(shown.html().querySelector('.profile')?.textContent.trim()).toBe('Je marche la nuit.');
    expect(shown.html().querySelector('#posts')).toBeNull();
    expect((await by(alma).get('/me')).text).toContain('/user/Alma');
    const mine = await by(alma).get(
      (await by(alma).get('/me/submissions')).html().querySelector('article a')?.getAttribute('href') ?? '',
    );
    expect(mine.text).toContain('C’est le texte de votre page.');
    expect(
      (await by(moderator).get('/desk/log')).html().querySelector('.log a[href="/desk/members/Alma"]'),
    ).not.toBeNull();
    expect((await say('Je marche la nuit.')).status).toBe(422);
    expect((await say('x'.repeat(1001))).text).toContain('une présentation a de 2 à');
  });

  it('is shown beside what stands, edited and accepted, returned, refused and taken for spam; and every one of these is undone', async () => {
    await say('Je marche la nuit et le jour.');
    const card = (await by(moderator).get('/desk?kind=profile')).html().querySelector('[data-submission]');
    expect(card?.querySelector('ins')?.textContent).toContain('et le jour');
    for (const [decision, more] of [
      ['return', { remark: 'Un peu plus ?' }],
      ['refuse', { reason: 'off-topic' }],
      ['spam', {}],
    ] as const) {
      expect([decision, await decide({ decision, ...more })]).toEqual([decision, 303]);
      expect(await waiting()).toHaveLength(0);
      if (decision === 'return')
        expect(
          (await by(alma).get('/me/profile')).html().querySelector('[data-profile="returned"]')?.textContent,
        ).toContain('Un peu plus ?');
      expect([decision, await undo()]).toEqual([decision, 303]);
      expect(await waiting()).toHaveLength(1);
    }
    expect(await decide({ decision: 'accept', text: 'Je marche, jour et nuit.' })).toBe(303);
    expect((await page()).text).toContain('Je marche, jour et nuit.');
    const edited = await lastDecision();
    expect(await undo(edited)).toBe(303);
    expect((await page()).text).toContain('Je marche la nuit.');
    expect((await by(moderator).get('/desk?kind=profile')).text).toContain('et le jour');
    expect(await decide({ decision: 'accept' })).toBe(303);
    const first = (
      await world.writer.query<{ id: string }>(
        `select min(id)::text as id from desk.decision where decision = 'accept'`,
      )
    )[0]?.id;
    expect(await undo(first)).toBe(409);
  });

  it('is taken down for a reason that its author reads, restored, and both are undone', async () => {
    const act = (what: string, fields: Record<string, string>, who = moderator) =>
      by(who).post(`/desk/members/Alma/profile/${what}`, fields);
    expect((await act('removal', { reason: '', remark: '' })).status).toBe(422);
    expect((await act('removal', { reason: 'insult', remark: '' }, limited)).status).toBe(404);
    expect((await act('removal', { reason: 'insult', remark: '' }, alma)).status).toBe(404);
    expect((await act('restoration', {})).status).toBe(409);
    expect((await act('removal', { reason: 'insult', remark: 'Pas ici.' })).status).toBe(303);
    expect((await page()).status).toBe(404);
    const mine = await by(alma).get(
      (await by(alma).get('/me/submissions')).html().querySelector('article a')?.getAttribute('href') ?? '',
    );
    expect(mine.text).toContain('Pas ici.');
    expect((await act('removal', { reason: 'insult', remark: '' })).status).toBe(409);
    expect(await undo()).toBe(303);
    expect((await page()).text).toContain('la nuit et le jour');
    expect((await act('removal', { reason: 'insult', remark: '' })).status).toBe(303);
    expect((await act('restoration', {})).status).toBe(303);
    expect((await page()).status).toBe(200);
    expect(await undo()).toBe(303);
    expect((await page()).status).toBe(404);
    expect((await by(moderator).get('/desk/members/Alma')).text).toContain('Retiré par l’équipe');
    await say('Un tout autre texte.');
    expect(await decide({ decision: 'refuse', reason: 'off-topic' })).toBe(303);
    const refused =
      (await by(alma).get('/me/submissions')).html().querySelector('article a')?.getAttribute('href') ?? '';
    expect((await by(alma).post(`${refused}/appeal`, { text: 'Ce sont quatre mots.' })).status).toBe(303);
    const ada = await world.member('Ada', { role: 'administrator' });
    const [appeal] = await world.writer.query<{ id: string }>(`select id from desk.submission where kind = 'appeal'`);
    expect(
      (await by(ada).post(`/desk/submissions/${appeal?.id}/decision`, { decision: 'accept', version: '1' })).status,
    ).toBe(303);
    expect((await page()).text).toContain('Un tout autre texte.');
    expect(await undo()).toBe(303);
    expect((await page()).status).toBe(404);
    expect(
      (await by(ada).post(`/desk/submissions/${appeal?.id}/decision`, { decision: 'accept', version: '1' })).status,
    ).toBe(303);
  });

  it('is their own to take back: its words are erased everywhere', async () => {
    const mine = (await by(alma).get('/me/submissions')).html().querySelector('article a')?.getAttribute('href') ?? '';
    expect((await by(alma).post(`${mine}/withdrawal`, {})).status).toBe(303);
    expect((await page()).status).toBe(404);
    const left = await world.writer
      .query(`select 1 from desk.submission s left join desk.submission_version v on v.submission_id = s.id
      where s.source like '%tout autre%' or v.source like '%tout autre%'`);
    expect(left).toEqual([]);
    expect(await world.writer.query('select 1 from profile')).toEqual([]);
  });

  it('appears at once for the team, and not at all for guests', async () => {
    expect((await say('Je modère le soir.', limited)).status).toBe(303);
    expect((await by(null).get('/user/Lise')).text).toContain('Je modère le soir.');
    expect((await by(null).get('/me/profile')).headers.get('location')).toContain('/login');
    expect((await by(null).post('/me/profile', { text: 'Non.', key: 'key-of-nobody-1' })).status).toBe(403);
    const twice = { text: 'Deux fois le même.', key: 'key-of-alma-twice' };
    await Promise.all([by(alma).post('/me/profile', twice), by(alma).post('/me/profile', twice)]);
    expect(await waiting()).toHaveLength(1);
    const other = { text: 'Un second texte.', key: 'key-of-alma-other' };
    const again = await Promise.all([by(alma).post('/me/profile', other), by(alma).post('/me/profile', other)]);
    expect(again.map(({ status }) => status)).toEqual([303, 303]);
    expect((await waiting()).map(({ version }) => version)).toEqual([2]);
    expect((await by(alma).get('/me/profile')).text).toContain('Un second texte.');
    expect((await by(alma).post('/me/profile', twice)).status).toBe(303);
    const used = await by(alma).post('/me/profile', { ...twice, text: 'Sous la même clé.' });
    expect([used.status, formWith(used.html(), 'text').fields['text']]).toEqual([409, 'Sous la même clé.']);
    expect((await waiting()).map(({ version }) => version)).toEqual([2]);
    await say('Je modère le matin.', limited);
    expect((await by(null).get('/user/Lise')).text).toContain('Je modère le matin.');
    expect(await undo()).toBe(303);
    expect((await by(null).get('/user/Lise')).text).toContain('Je modère le soir.');
  });

  it('waits as one text at a time: of six tabs, and after an undo that would bring back an older one', async () => {
    const iris = await world.member('Iris');
    const theirs = () =>
      world.writer.query<{ id: string; version: number; source: string }>(
        `select id, version, source from desk.submission where kind = 'profile' and status = 'waiting'
          and author_id = $1`,
        [iris.visitor.member?.id],
      );
    const tabs = Array.from({ length: 6 }, (_, tab) => ({
      text: `De l’onglet ${tab}.`,
      key: `key-of-iris-tab-${tab}`,
    }));
    const sent = await Promise.all(tabs.map((fields) => by(iris).post('/me/profile', fields)));
    for (const { status } of sent) expect([303, 409]).toContain(status);
    const [first] = await theirs();
    expect(await theirs()).toHaveLength(1);
    expect(first?.version).toBe(sent.filter(({ status }) => status === 303).length);
    expect(
      (
        await by(moderator).post(`/desk/submissions/${first?.id}/decision`, {
          decision: 'refuse',
          reason: 'off-topic',
          version: String(first?.version),
        })
      ).status,
    ).toBe(303);
    const refusal = await lastDecision();
    expect((await say('Le texte d’après.', iris)).status).toBe(303);
    const late = await by(moderator).post(`/desk/decisions/${refusal}/undo`);
    expect([late.status, late.text.includes('envoyé depuis un autre texte')]).toEqual([409, true]);
    expect((await theirs()).map(({ source }) => source)).toEqual(['Le texte d’après.']);
    const one = `insert into desk.submission (id, kind, source, html, renderer_version, author_id, author_role,
      key_hash, token_hash, written_at, changed_at)
      values (gen_random_uuid(), 'profile', 'x', 'x', 1, $1, 'member', sha256('k'), sha256('k'), now(), now())`;
    await expect(world.db.owner.query(one, [iris.visitor.member?.id])).rejects.toThrow('submission_profile_once');
  });
});
