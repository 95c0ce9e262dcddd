import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Visitor } from '../../../src/visitors/visitor.js';
import { MailRoom, ORIGIN, WORDS } from '../../mail-room.js';
import type { Arrived } from '../../mail-sink.js';

let room: MailRoom;

beforeAll(async () => {
  room = await MailRoom.open();
});
afterAll(async () => {
  await room.close();
});
beforeEach(() => room.settled());
afterEach(() => void room.sent.splice(0));

describe('a guest', () => {
  it('is told thirty seconds after a decision, with a link to the follow page, and of nothing that was undone before', async () => {
    const email = room.address();
    const { id } = await room.confirmedReply(email, await room.thread());
    const first = await room.decide(id, 'refuse');
    await room.hurry();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(room.sent).toEqual([]);
    expect((await room.world.visitor(room.nadia.cookie).post(`/desk/decisions/${first}/undo`, {})).status).toBe(303);
    await room.settled();
    expect(room.sent).toEqual([]);
    await room.decide(id, 'return');
    await room.settled();
    expect(room.sent).toHaveLength(1);
    const [letter] = room.sent as [Arrived];
    expect(letter.to).toEqual([email]);
    expect(letter.text).toContain('vous a renvoyé votre message');
    expect(letter.raw).not.toContain(WORDS);
    const [follow = ''] = letter.paths;
    const page = await room.world.visitor().get(follow);
    expect(page.text).toContain(WORDS);
    const corrected = await room.world.visitor().post(`${follow}/correction`, { text: 'Mieux dit.', version: '1' });
    expect(corrected.status).toBe(303);
    const at = await room.decide(id, 'accept', 2);
    await room.settled();
    expect(room.sent).toHaveLength(2);
    expect(room.sent[1]?.text).toContain('est paru');
    expect(room.sent[1]?.paths[0]).toMatch(/^\/thread\/\d+\/posts\/\d+$/);
    await room.world.db.owner.query('insert into desk.untold values ($1, $2)', [at, room.world.clock.now()]);
    await room.settled();
    expect(room.sent).toHaveLength(2);
  });

  it('stops it by one click from anywhere, without a cookie, in either form; the address is erased and its link is dead', async () => {
    const email = room.address();
    const where = await room.thread();
    const one = await room.confirmedReply(email, where);
    await room.decide(one.id, 'return');
    await room.settled();
    const letter = room.sent[0] as Arrived;
    const stop = letter.paths.at(-1) ?? '';
    expect(letter.headers.get('list-unsubscribe')).toBe(`<${ORIGIN}${stop}>`);
    const page = await room.world.visitor().get(stop);
    expect(page.html().querySelector('main form button')).not.toBeNull();
    expect(await room.rows('select email from desk.submission where id = $1', [one.id])).toEqual([{ email }]);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(room.world.url + stop, { method: 'POST', body, headers: { origin: 'null' } })).status).toBe(
      200,
    );
    expect(
      (
        await fetch(room.world.url + stop, {
          method: 'POST',
          body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
          headers: { origin: 'https://elsewhere.example' },
        })
      ).status,
    ).toBe(200);
    expect(
      await room.rows('select email, email_confirmed_at, mail_token_hash from desk.submission where id = $1', [
        one.id,
      ]),
    ).toEqual([{ email: null, email_confirmed_at: null, mail_token_hash: null }]);
    expect((await room.world.visitor().get(letter.paths[0] ?? '')).status).toBe(404);
    expect((await room.world.visitor().get(`/follow/${one.token}`)).status).toBe(200);
    const another = stop.replace(/(?<=^\/mail\/)./, (first) => (first === '_' ? 'A' : '_'));
    expect((await room.world.visitor().get(another)).status).toBe(404);
    const upload = await fetch(`${room.world.url}/follow`, {
      method: 'POST',
      body,
      headers: { origin: room.world.url },
    });
    expect(upload.status).toBe(415);
  });

  it('is told of a change to what was published without confirming again', async () => {
    const email = room.address();
    const one = await room.confirmedReply(email, await room.thread());
    await room.decide(one.id, 'accept');
    await room.settled();
    room.sent.splice(0);
    const edited = await room.world
      .visitor()
      .post(`/follow/${one.token}/edits`, { text: 'Dit autrement.', version: '0' });
    expect(edited.location).toMatch(/^\/follow\//);
    const [edit] = await room.rows<{ id: string }>(
      `select id from desk.submission where kind = 'edit' order by written_at desc limit 1`,
    );
    await room.settled();
    expect(room.sent).toEqual([]);
    await room.decide(edit?.id ?? '', 'accept');
    await room.settled();
    expect(room.sent.map(({ to, text }) => [to[0], text.includes('Votre modification est parue')])).toEqual([
      [email, true],
    ]);
  });

  it('is told when an answer is published, and of none that waits or was taken down meanwhile', async () => {
    const email = room.address();
    const where = await room.thread();
    const mine = await room.confirmedReply(email, where);
    await room.decide(mine.id, 'accept');
    await room.settled();
    const [{ number }] = (await room.rows<{ number: number }>('select number from desk.submission where id = $1', [
      mine.id,
    ])) as [{ number: number }];
    room.sent.splice(0);
    const answer = await room.reply(room.alma.visitor, { thread: where, replyTo: number });
    const fallen = await room.reply(room.alma.visitor, { thread: where, replyTo: number, text: 'Une autre réponse.' });
    await room.settled();
    expect(room.sent).toEqual([]);
    await room.decide(answer.id, 'accept');
    await room.decide(fallen.id, 'accept');
    const [down] = await room.rows<{ number: number }>('select number from desk.submission where id = $1', [
      fallen.id,
    ]);
    expect(
      (
        await room.world
          .visitor(room.nadia.cookie)
          .post(`/desk/thread/${where}/posts/${down?.number}/removal`, { reason: 'other', remark: '' })
      ).status,
    ).toBe(303);
    await room.settled();
    expect(room.sent.map(({ to }) => to)).toEqual([[email]]);
    expect(room.sent[0]?.text).toContain('Une réponse à l’un de vos messages est parue');
    expect(room.sent[0]?.raw).not.toContain(WORDS);
  });
});

describe('a member', () => {
  it('finds notices of what was decided and answered, counted in the masthead until they are seen, and is told by mail what they chose', async () => {
    await room.confirmMember(room.alma, room.address(), { answered: 'yes' });
    const home = room.world.visitor(room.alma.cookie);
    const where = await room.thread(room.alma.visitor);
    await room.settled();
    const [before] = await room.rows<{ n: number }>(
      'select count(*)::int as n from private.notice where member_id = $1 and seen_at is null',
      [room.alma.id],
    );
    const refused = await room.reply(room.alma.visitor, { thread: where });
    await room.decide(refused.id, 'refuse');
    const answer = await room.reply(Visitor.guest(), { thread: where, text: 'Une réponse au sujet.' });
    await room.decide(answer.id, 'accept');
    const other = await room.reply(Visitor.guest(), { thread: where, text: `Refusée, ${WORDS}.` });
    await room.decide(other.id, 'refuse');
    await room.settled();
    expect((await home.get('/about')).html().querySelector('a[href="/me/notices"] b')?.textContent).toBe(
      String((before?.n ?? 0) + 2),
    );
    const page = await home.get('/me/notices');
    const kinds = page
      .html()
      .querySelectorAll('[data-notice]')
      .map((each) => each.getAttribute('data-notice'));
    expect(kinds.slice(0, 2).toSorted()).toEqual(['answered', 'refused']);
    expect(page.text).toContain(`/thread/${where}/posts/2`);
    expect(page.text).toContain(`/me/submissions/${refused.id}`);
    const told = (kind: string) => page.html().querySelector(`[data-notice="${kind}"]`);
    // The message of one's own, who answered it, why it was refused; what is new says so.
    expect(told('refused')?.querySelector('[data-own]')?.text).toContain(`Un mot. ${WORDS}`);
    expect(told('refused')?.querySelector('[data-reasons]')?.text).toMatch(/Motif\u00A0: \S/);
    expect(told('answered')?.querySelector('[data-own]')?.text).toContain('Le début.');
    expect(told('answered')?.querySelector('[data-reasons]')).toBeNull();
    expect(told('answered')?.querySelector('h3 b')?.text).toBe('nouveau');
    expect(page.text).not.toContain(room.nadia.name);
    expect((await home.get('/me/notices')).html().querySelector('[data-notice] h3 b')).toBeNull();
    const read = (await home.get('/about')).html();
    expect(read.querySelector('a[href="/me/notices"]')?.text).toContain('Notifications');
    expect(read.querySelector('a[href="/me/notices"] b')).toBeNull();
    expect(room.sent.map(({ text }) => /réponse/.test(text))).toEqual([true]);
    const stop = room.sent[0]?.paths.at(-1) ?? '';
    await room.world.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' });
    expect(await room.rows('select mails from private.account where member_id = $1', [room.alma.id])).toEqual([
      { mails: [] },
    ]);
    expect((await room.world.visitor().get('/me/notices')).location).toMatch(/^\/login/);
    const elsewhere = await room.thread();
    const moved = await room.world
      .visitor(room.nadia.cookie)
      .post(`/desk/thread/${where}/move`, { number: '2', where: 'thread', to: String(elsewhere), action: 'do' });
    expect(moved.status).toBe(303);
    expect((await home.get('/me/notices')).text).toContain(`/thread/${elsewhere}/posts/2`);
  });

  it('is told when a decision that they have heard of is undone, in their own language', async () => {
    const bob = await room.world.member('Bob');
    await room.world.visitor(bob.cookie).post('/me', { language: 'en' });
    await room.confirmMember(bob, room.address());
    const one = await room.reply(bob.visitor, { thread: await room.thread() });
    const decision = await room.decide(one.id, 'refuse');
    await room.settled();
    await room.world.visitor(room.nadia.cookie).post(`/desk/decisions/${decision}/undo`, {});
    await room.settled();
    expect(room.sent.map(({ headers }) => headers.get('subject'))).toEqual([
      'Palabre: news of your message',
      'Palabre: news of your message',
    ]);
    expect(room.sent[1]?.text).toContain('your message waits to be read again');
    expect(room.sent[1]?.paths[0]).toBe(`/me/submissions/${one.id}`);
  });
});
