import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Decisions } from '../../../src/desk/decisions/decisions.js';
import { Reception } from '../../../src/reception/reception.js';
import { Visitor } from '../../../src/visitors/visitor.js';
import { openWorld, type Person, type World } from '../../world.js';
import { Listener } from '../kit/listener.js';

let world: World;
let threads: Record<'villes' | 'gares' | 'accords', number>;
let ada: Person;
let nadia: Person;
let keys = 0;

async function send(thread: number, text: string): Promise<{ token: string; submission: string }> {
  const draft = {
    kind: 'reply' as const,
    thread,
    text,
    name: '',
    email: '',
    language: 'fr' as const,
    key: `key-of-the-desk-${++keys}`,
  };
  return world.app.get(Reception, { strict: false }).submit(Visitor.guest(), draft, world.clock.now());
}

function decide(submission: string, decision: 'accept' | 'refuse', version = 1, by = ada): Promise<unknown> {
  const verdict = {
    decision,
    version,
    reasons: decision === 'refuse' ? ['off-topic'] : [],
    remark: '',
    language: 'fr' as const,
  };
  return world.app.get(Decisions, { strict: false }).decide(by.visitor, submission, verdict, world.clock.now());
}

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  await world.category({ slug: 'gares' });
  await world.category({ slug: 'accords' });
  ada = await world.member('Ada', { role: 'administrator' });
  nadia = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
  threads = {
    villes: await world.thread({ category: 'villes', title: 'Caméras du marché', text: 'Il y en a quatre.' }),
    accords: await world.thread({ category: 'accords', title: 'À deux', text: 'Toujours à deux.' }),
    gares: await world.thread({ category: 'gares', title: 'Vue de la gare', text: 'Rien de neuf.' }),
  };
  await world.db.owner.query(`update category set agreement = 2 where slug = 'accords'`);
});
afterAll(() => world.close());

describe('the desk’s room', () => {
  test('hears how many wait in the categories of whoever listens, and nothing of others', async () => {
    const [all, some] = [
      await Listener.in(world.url, ['desk'], { cookie: ada.cookie }),
      await Listener.in(world.url, ['desk'], { cookie: nadia.cookie }),
    ];
    await send(threads.gares, 'Pour l’autre catégorie.');
    expect(await all.hear('queue-changed')).toEqual({ waiting: 1 });
    await some.settle();
    expect(some.frames).toEqual([]);
    const { submission } = await send(threads.villes, 'Pour celle-ci.');
    expect(await all.hear('queue-changed', 2)).toEqual({ waiting: 2 });
    expect(await some.hear('queue-changed')).toEqual({ waiting: 1 });
    await decide(submission, 'accept');
    expect(await all.hear('queue-changed', 3)).toEqual({ waiting: 1 });
    expect(await some.hear('queue-changed', 2)).toEqual({ waiting: 0 });
    all.close();
    some.close();
  });

  test('is named its last news as its page is, and another one only by news of its categories', async () => {
    const visiting = world.visitor(nadia.cookie);
    const shown = async (): Promise<string | undefined> =>
      (await visiting.get('/desk')).html().querySelector('[data-live-desk]')?.getAttribute('data-live-desk');
    const [all, some] = [
      await Listener.in(world.url, ['desk'], { cookie: ada.cookie }),
      await Listener.in(world.url, ['desk'], { cookie: nadia.cookie }),
    ];
    const last = await shown();
    expect(last).toMatch(/^[\w-]+\.\d+$/);
    expect(await some.join('desk')).toEqual({ ok: true, last });
    const elsewhere = await send(threads.gares, 'Rien pour elle.');
    await all.hear('queue-changed');
    expect(await some.join('desk')).toEqual({ ok: true, last });
    const here = await send(threads.villes, 'Pour elle aussi.');
    await some.hear('queue-changed');
    expect(await some.join('desk')).toEqual({ ok: true, last: await shown() });
    expect(await shown()).not.toBe(last);
    for (const { submission } of [elsewhere, here]) await decide(submission, 'refuse');
    all.close();
    some.close();
  });

  test('hears one’s own count: what one has agreed to does not wait for oneself any more', async () => {
    const omar = await world.member('Omar', { role: 'moderator', categories: ['accords'] });
    const paul = await world.member('Paul', { role: 'moderator', categories: ['accords'] });
    const [his, other] = [
      await Listener.in(world.url, ['desk'], { cookie: omar.cookie }),
      await Listener.in(world.url, ['desk'], { cookie: paul.cookie }),
    ];
    const { submission } = await send(threads.accords, 'Deux doivent en convenir.');
    for (const each of [his, other]) expect(await each.hear('queue-changed')).toEqual({ waiting: 1 });
    await decide(submission, 'accept', 1, omar);
    expect(await his.hear('queue-changed', 2)).toEqual({ waiting: 0 });
    expect(await other.hear('queue-changed', 2)).toEqual({ waiting: 1 });
    const visiting = world.visitor(omar.cookie);
    expect((await visiting.get('/desk')).html().querySelector('[data-waiting]')?.text).toBe('0');
    expect((await visiting.get('/desk')).text).toContain('Rien n’attend de vous');
    expect((await visiting.get('/desk?colleague=1')).text).toContain('Deux doivent en convenir.');
    expect((await world.visitor(paul.cookie).get('/desk')).text).toContain('Deux doivent en convenir.');
    await decide(submission, 'accept', 1, paul);
    expect(await other.hear('queue-changed', 3)).toEqual({ waiting: 0 });
    his.close();
    other.close();
  });

  test('ends with the right count after a burst, however few messages told it', async () => {
    const all = await Listener.in(world.url, ['desk'], { cookie: ada.cookie });
    await Promise.all(Array.from({ length: 20 }, (_, each) => send(threads.villes, `Salve ${each}.`)));
    await all.until(() => all.of('queue-changed').at(-1)?.waiting === 21, 'the count of all');
    all.close();
  });

  test('does not exist for guests, members and organizers', async () => {
    for (const role of [undefined, 'member', 'organizer'] as const) {
      const cookie = role && (await world.member(`Une ${role}`, { role })).cookie;
      const listener = await Listener.open(world.url, { cookie });
      expect(await listener.join('desk')).toEqual({ error: 'not-found' });
      listener.close();
    }
  });
});

describe('a follow page', () => {
  test('hears that its submission changed, and nothing about others', async () => {
    const [first, second] = [await send(threads.villes, 'La première.'), await send(threads.villes, 'La seconde.')];
    const [one, other] = [
      await Listener.in(world.url, [`follow:${first.token}`]),
      await Listener.in(world.url, [`follow:${second.token}`]),
    ];
    await decide(first.submission, 'accept');
    expect(await one.hear('submission-changed')).toEqual({});
    await other.settle();
    expect(other.frames).toEqual([]);
    await decide(second.submission, 'refuse');
    await other.hear('submission-changed');
    expect(one.frames).toHaveLength(1);
    one.close();
    other.close();
  });
});
