import { MailRoom } from '../../mail-room.js';
import type { Person } from '../../world.js';

let room: MailRoom;
let mira: Person;
let thread: number;

beforeAll(async () => {
  room = await MailRoom.open();
  mira = await room.world.member('Mira Bel');
  await room.world.thread({ category: 'villes', title: 'Ici', text: 'Je suis Mira.', by: mira.visitor });
  thread = await room.thread();
});
afterAll(() => room.close());

const page = async () => (await room.world.visitor(mira.cookie).get('/me/notices')).html();
const told = async (): Promise<string[]> =>
  (await page()).querySelectorAll('[data-notice="mentioned"] h3 a').map((link) => link.getAttribute('href') ?? '');

describe('a member whom a post names', () => {
  it('hears nothing while it waits nor when it is refused, and once when it is accepted', async () => {
    const refused = await room.reply(room.alma.visitor, { thread, text: 'Dis, @mira-bel ?' });
    const { id } = await room.reply(room.alma.visitor, { thread, text: 'Bonjour @Mira_Bel, @Personne et @Alma.' });
    await room.decide(refused.id, 'refuse');
    await room.settled();
    expect(await told()).toEqual([]);
    await room.decide(id, 'accept');
    expect(await told()).toEqual([]);
    await room.settled();
    expect(await told()).toEqual([`/thread/${thread}/posts/2`]);
    expect((await page()).querySelector('[data-notice="mentioned"]')?.text).toContain('Alma vous a nommé·e');
    const post = (await room.world.visitor().get(`/thread/${thread}`)).location ?? '';
    const { text } = await room.world.visitor().get(post);
    expect(text).toContain('<a href="/user/Mira%20Bel">@Mira_Bel</a>, <span class="mention">@Personne</span>');
  });

  it('hears nothing of what is undone at once, nor twice of the same post', async () => {
    const { id } = await room.reply(room.alma.visitor, { thread, text: 'Encore @mirabel.' });
    const decision = await room.decide(id, 'accept');
    const desk = room.world.visitor(room.nadia.cookie);
    expect((await desk.post(`/desk/decisions/${decision}/undo`, { back: '/desk' })).status).toBe(303);
    await room.settled();
    expect(await told()).toHaveLength(1);
    const change = { text: 'Bonjour @mira_bel, encore.', version: '0', remark: 'Plus court.', title: '' };
    const edited = await desk.post(`/desk/thread/${thread}/posts/2/correction`, change);
    expect(edited.status).toBe(303);
    await room.settled();
    expect(await told()).toHaveLength(1);
  });

  it('may want to hear nothing of it', async () => {
    const mine = room.world.visitor(mira.cookie);
    expect((await mine.post('/me/notices', { mentions: 'no' })).location).toBe('/me/notices');
    const { id } = await room.reply(room.alma.visitor, { thread, text: 'Et @mirabel, toujours ?' });
    await room.decide(id, 'accept');
    await room.settled();
    expect(await told()).toHaveLength(1);
    expect((await mine.post('/me/notices', { mentions: 'peut-être' })).status).toBe(422);
    expect((await page()).querySelector('input[name="mentions"]')?.getAttribute('value')).toBe('yes');
  });
});
