import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let thread: number;
let step: number;
let keys = 0;

async function published(path: string, fields: Record<string, string>): Promise<{ thread: number; number: number }> {
  world.clock.advance(60_000);
  const sent = await world.visitor(moderator.cookie).post(path, { key: `search-of-cases-${(keys += 1)}`, ...fields });
  const [, at = '', number = ''] = /^\/thread\/(\d+)\/posts\/(\d+)/.exec(sent.location ?? '') ?? [];
  expect([sent.status, at === '']).toEqual([303, false]);
  return { thread: Number(at), number: Number(number) };
}

beforeAll(async () => {
  world = await openWorld();
  moderator = await world.member('Mo', { role: 'moderator' });
  await world.category({ slug: 'dossiers', name: 'Dossiers', hold: 'nobody' });
  await world.category({ slug: 'discussion', name: 'Discussion', hold: 'nobody' });
  await world.db.owner.query(`update category set takes = '{thread,case}' where slug = 'dossiers'`);
  ({ thread } = await published('/category/dossiers/cases', {
    title: 'Les caméras du lavoir',
    text: 'Quatre mâts.',
    town: '57534',
    status: 'reported',
    authority: 'municipality',
    authorityName: 'Régie Zanzibar',
  }));
  ({ number: step } = await published(`/thread/${thread}/case/steps`, {
    kind: 'contract',
    dated: '2026-05-09',
    software: 'Briefcam Videosynopsis',
    text: '',
  }));
  await world.reply(thread, 'Une simple réponse sur les mâts.');
});
afterAll(() => world.close());

const hits = async (query: Record<string, string>): Promise<string[]> =>
  (await world.visitor().get(`/search?${new URLSearchParams(query).toString()}`))
    .html()
    .querySelectorAll('article[data-thread]')
    .map((hit) => `${hit.getAttribute('data-thread')}:${hit.getAttribute('data-number')}`)
    .toSorted();

describe('cases and their steps', () => {
  it('are kinds of their own to look for, by words of their facts too', async () => {
    expect(await hits({ kind: 'case', q: 'lavoir' })).toEqual([`${thread}:1`]);
    expect(await hits({ kind: 'case', q: 'zanzibar' })).toEqual([`${thread}:1`]);
    expect(await hits({ kind: 'step', q: 'videosynopsis' })).toEqual([`${thread}:${step}`]);
    expect(await hits({ q: 'type:etape' })).toEqual([`${thread}:${step}`]);
    expect(await hits({ kind: 'reply', q: 'mâts' })).toEqual([`${thread}:3`]);
    expect(await hits({ kind: 'case', q: 'videosynopsis' })).toEqual([]);
  });

  it('are found by their town, and so is a thread that is tied to it', async () => {
    expect(await hits({ town: 'Peltre' })).toEqual([`${thread}:1`, `${thread}:${step}`]);
    expect(await hits({ town: 'Peltre', kind: 'step' })).toEqual([`${thread}:${step}`]);
    const tied = await world.thread({ category: 'discussion', title: 'Une affiche', text: 'Au marché.' });
    await world.visitor(moderator.cookie).post(`/desk/thread/${tied}/town`, { town: 'Peltre' });
    expect(await hits({ town: 'Peltre', kind: 'thread' })).toEqual([`${tied}:1`]);
    await world.visitor(moderator.cookie).post(`/desk/thread/${tied}/town`, { town: '' });
    expect(await hits({ town: 'Peltre', kind: 'thread' })).toEqual([]);
  });

  it('are found no more when they are taken down, and again when they are given back', async () => {
    const desk = world.visitor(moderator.cookie);
    const at = `/desk/thread/${thread}/posts/${step}`;
    await desk.post(`${at}/removal`, { reason: 'other', remark: '' });
    expect(await hits({ town: 'Peltre', kind: 'step' })).toEqual([]);
    await desk.post(`${at}/restoration`);
    expect(await hits({ town: 'Peltre', kind: 'step' })).toEqual([`${thread}:${step}`]);
    await desk.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    expect(await hits({ town: 'Peltre', q: 'zanzibar' })).toEqual([]);
  });
});
