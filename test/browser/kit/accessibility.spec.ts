import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { Withdrawals } from '../../../src/reception/withdrawals.js';
import { FinishedMonths } from '../../../src/transparency/statistics/finished-months.js';
import { sowDecisions } from '../../sow-decisions.js';
import { openWorld, type Person, type World } from '../../world.js';
import { plantLetters } from '../../letters.js';
import { faults } from './faults.js';
import { TestBrowser } from './open-page.js';

type Who = 'guest' | 'mira' | 'ada';
const LONG = 'Unmotquinefinitpasetquinesecoupenullepartparcequepersonnenyaprevudetiret';

let world: World;
let browser: TestBrowser;
let people: Record<Who, Person | null>;
let thread: number;
let follow: string;
let mine: string;
let changed: number;
let workshop: number;
let invitation: string;
let letters: { confirmation: string; stop: string };
/** One window for each, led from page to page: a new one starts a process, which takes longer than looking does. */
const windows = new Map<Who, Page>();

beforeAll(async () => {
  // Nothing is sent here, and every form says that it could be.
  world = await openWorld({ config: { mail: { url: 'smtp://127.0.0.1:9', from: 'forum@palabre.example' } } });
  browser = await TestBrowser.open(world);
  await world.category({ slug: 'villes', name: 'Villes', description: 'Ce qui se vote, commune par commune.' });
  await world.category({ slug: 'annonces', name: 'Annonces', closed: true });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  const mira = await world.member('Mira');
  const ada = await world.member('Ada', { role: 'administrator' });
  await world.member('Odile', { role: 'moderator', categories: ['villes'] });
  people = { guest: null, mira, ada };
  thread = await world.thread({
    category: 'villes',
    title: `Val-Brézin : ${LONG}`,
    text: 'Il y en a **quarante-deux**.\n\n- une liste\n- à deux lignes',
    by: mira.visitor,
  });
  await world.reply(thread, `> quarante-deux\n\n${LONG} [le plan](https://plan.example/plan)\n\n<code>un code</code>`);
  for (const text of ['À retirer.', 'À reprendre.']) await world.reply(thread, text, mira.visitor);
  await world.app
    .get(Removals, { strict: false })
    .takeDown(ada.visitor, thread, 3, { reason: 'personal-data', remark: '' }, world.clock.now());
  await world.app.get(Withdrawals, { strict: false }).withdrawPost(mira.visitor, thread, 4, world.clock.now());
  const reply = (words: string, key: string) => ({ text: words, name: '', email: '', key });
  const sent = await world
    .visitor()
    .post(`/thread/${thread}/replies`, reply('Une réponse qui attend.', 'a-key-of-a-guest'));
  follow = new URL(sent.location ?? '', world.url).pathname;
  await world
    .visitor(mira.cookie)
    .post(`/thread/${thread}/replies`, reply('Une autre qui attend.', 'a-key-of-mira-1'));
  await world.visitor(mira.cookie).post(`/thread/${thread}/posts/1/edits`, {
    title: 'Un autre titre',
    text: 'Il y en a quarante-trois.',
    version: '0',
    key: 'a-key-of-mira-2',
  });
  await world.visitor().post('/category/villes/threads', {
    title: 'Un sujet qui attend',
    ...reply('Voir https://a.example/b', 'a-key-of-a-guest-2'),
  });
  await world.db.owner.query(`update category set history = true, takes = '{thread,workshop}' where slug = 'villes'`);
  const announced = await world.visitor(ada.cookie).post('/category/villes/workshops', {
    ...reply('Par deux, un trottoir chacun.', 'a-key-of-a-workshop-1'),
    title: 'Balade cartographique',
    town: 'Peltre',
    place: `Parvis de la mairie ${LONG}`,
    address: '3, rue de l’Étang',
    reveal: 'registered',
    count: 'number',
    admission: 'open',
    price: 'open',
    themes: 'cameras',
    start: '2026-12-12T14:00',
    end: '2026-12-12T17:00',
    seats: '15',
    partTitle: 'Départ',
    partTime: '14 h 30',
    partText: '',
    partSeats: '',
  });
  const id = announced.location?.split('/').at(-1) ?? '';
  await world.visitor(ada.cookie).post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1' });
  const [published] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [id],
  );
  workshop = published?.thread ?? 0;
  changed = await world.thread({
    category: 'villes',
    title: 'Un sujet modifié',
    text: 'Il y en a quatre, dit-on, au marché.',
    by: ada.visitor,
  });
  await world.visitor(ada.cookie).post(`/thread/${changed}/posts/1/edits`, {
    title: 'Un sujet modifié deux fois',
    text: 'Il y en a cinq au marché.',
    version: '0',
    key: 'a-key-of-ada-12',
  });
  const [{ id: villes = 0 } = {}] = await world.reader.query<{ id: number }>(
    `select id from category where slug = 'villes'`,
  );
  for (const [decision, reason, count] of [
    ['accept', undefined, 30],
    ['spam', undefined, 8],
    ['refuse', 'insult', 6],
    ['refuse', 'other', 4],
  ] as const)
    await sowDecisions(world.db.owner, {
      category: villes,
      thread,
      decision,
      ...(reason && { reason }),
      delays: Array<number>(count).fill(90),
      at: new Date('2026-09-10T12:00:00Z'),
    });
  await world.app.get(FinishedMonths, { strict: false }).count(world.clock.now());
  const submissions = await world.visitor(mira.cookie).get('/me/submissions');
  mine = submissions.html().querySelector('a[href^="/me/submissions/"]')?.getAttribute('href') ?? '';
  const invited = await world.visitor(ada.cookie).post('/invitations', { role: 'moderator', everywhere: 'yes' });
  invitation = new URL(invited.html().querySelector('#f-link')?.text.trim() ?? '', world.url).pathname;
  letters = await plantLetters(world, mira.id);
  await peopleAtTheDesk(mira, ada);
  for (const who of ['guest', 'mira', 'ada'] as const)
    windows.set(who, await (await browser.person({ cookie: people[who]?.cookie })).newPage());
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/**
 * A presentation that stands and another that waits, a note, a report, a post that the team has changed, somebody who
 * is kept out.
 */
async function peopleAtTheDesk(mira: Person, ada: Person): Promise<void> {
  const [member, team] = [world.visitor(mira.cookie), world.visitor(ada.cookie)];
  await member.post('/me/profile', { text: 'Je marche **beaucoup**, la nuit surtout.', key: 'a-key-of-a-page-1' });
  const [row] = await world.writer.query<{ id: string }>(`select id from desk.submission where kind = 'profile'`);
  await team.post(`/desk/submissions/${row?.id}/decision`, { decision: 'accept', version: '1' });
  await member.post('/me/profile', {
    text: `Je marche **beaucoup**, le jour aussi. ${LONG}`,
    key: 'a-key-of-a-page-2',
  });
  await team.post('/desk/members/Mira/notes', { words: `A été prévenue. ${LONG}` });
  await world
    .visitor()
    .post(`/thread/${thread}/posts/1/report`, { reason: 'insult', remark: '', key: 'a-key-of-a-report' });
  await team.post(`/desk/thread/${thread}/posts/2/correction`, {
    text: 'Le plan est public.',
    reason: 'personal-data',
    remark: 'Un nom est retiré',
    version: '0',
  });
  await world.member('Sylvie');
  await team.post('/desk/members/Sylvie/suspension', { length: 'week', day: '', why: 'Trois insultes en un jour.' });
}

/** A window of theirs; the answer's status has to be as it should. */
async function open(who: Who, path: string, status = 200): Promise<Page> {
  const page = windows.get(who);
  if (page === undefined) throw new Error(`nobody is called ${who}`);
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(status);
  return page;
}

/** What a form would send, from a page of the forum itself. */
async function send(page: Page, action: string, fields: Record<string, string>): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ([to, all]) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: to });
        for (const [name, value] of Object.entries(all))
          form.append(Object.assign(document.createElement('input'), { name, value }));
        document.body.append(form);
        form.submit();
      },
      [action, fields] as const,
    ),
  ]);
}

const pages: [string, Who, () => string, number?][] = [
  ['the home page', 'guest', () => '/'],
  ['the home page of an administrator', 'ada', () => '/'],
  ['a category', 'guest', () => '/category/villes'],
  ['an empty and closed category', 'mira', () => '/category/annonces'],
  ['a thread', 'guest', () => `/thread/${thread}`],
  ['a thread with one’s own waiting messages', 'mira', () => `/thread/${thread}`],
  ['a thread with a moderator’s acts', 'ada', () => `/thread/${thread}`],
  ['the recent threads', 'guest', () => '/recent'],
  ['what was found', 'guest', () => '/search?q=plan+-drone&kind=reply'],
  ['a search that found nothing', 'mira', () => '/search?q=introuvable'],
  ['a search with wrong fields', 'guest', () => '/search?q=x&after=2026-02-30', 422],
  ['the form of a call', 'ada', () => `/thread/${thread}/call`],
  ['a thread as one text', 'guest', () => `/thread/${thread}?view=reading`],
  ['a member’s public page', 'guest', () => '/user/Mira'],
  ['what a member has opened', 'guest', () => '/user/Mira?show=threads'],
  ['a town of which nothing is known', 'guest', () => '/town/01006/ambleon'],
  ['the agenda', 'guest', () => '/workshops'],
  ['the agenda by month', 'guest', () => '/workshops?view=month&month=2026-12'],
  ['the agenda near a town that several bear the name of', 'guest', () => '/workshops?near=Saint-Denis', 422],
  ['a workshop', 'guest', () => `/thread/${workshop}`],
  ['the form of a workshop', 'mira', () => '/category/villes/workshops/new'],
  ['the themes', 'ada', () => '/themes'],
  ['the rules of law', 'guest', () => '/deadlines'],
  ['the rules of law with their forms', 'ada', () => '/deadlines'],
  ['dates that the law gives', 'guest', () => '/deadlines/count?sent=2026-08-12&registered=2026-10-08'],
  ['a day that is none', 'guest', () => '/deadlines/count?sent=2027-02-31', 422],
  ['the letters', 'guest', () => '/letters'],
  ['a letter', 'guest', () => '/letters/cada?town=57534&documents=Le%20plan&sent=2026-08-12'],
  ['a letter with its form', 'ada', () => '/letters/request'],
  ['a letter about a town that nobody knows', 'guest', () => '/letters/court?town=Saint-Denis&sent=x', 422],
  ['the form of a new thread', 'guest', () => '/category/villes/threads/new'],
  ['the form of a reply with a quote', 'mira', () => `/thread/${thread}/replies/new?quote=2`],
  ['the form of an edit', 'mira', () => `/thread/${thread}/posts/1/edits/new`],
  ['a follow page', 'guest', () => follow],
  ['one’s own submissions', 'mira', () => '/me/submissions'],
  ['one of one’s own submissions', 'mira', () => mine],
  ['one’s account', 'mira', () => '/me'],
  ['what one says of oneself', 'mira', () => '/me/profile'],
  ['one’s notices', 'mira', () => '/me/notices'],
  ['what comes by mail, and a moderator’s feed', 'ada', () => '/me/mail'],
  ['the page that confirms an address', 'guest', () => letters.confirmation],
  ['the page that stops letters', 'guest', () => letters.stop],
  ['the members and their roles', 'ada', () => '/members'],
  ['the site and the first steps', 'ada', () => '/site'],
  ['the invitations', 'ada', () => '/invitations'],
  ['what an invitation gives', 'guest', () => invitation],
  ['what it gives a member', 'mira', () => invitation],
  ['the categories', 'ada', () => '/categories'],
  ['the settings of a category', 'ada', () => '/categories/1'],
  ['the lists of words', 'ada', () => '/blocked-words'],
  ['the history of a post', 'guest', () => `/thread/${changed}/posts/1/history`],
  ['the desk', 'ada', () => '/desk'],
  ['the form that takes a post down', 'ada', () => `/desk/thread/${thread}/posts/1/removal`],
  ['the form that restores one', 'ada', () => `/desk/thread/${thread}/posts/3/restoration`],
  ['the form that edits somebody’s post', 'ada', () => `/desk/thread/${thread}/posts/2/correction`],
  ['what the team knows of a member', 'ada', () => '/desk/members/Mira'],
  ['what it knows of one who is suspended', 'ada', () => '/desk/members/Sylvie'],
  ['the log in', 'guest', () => `/login?back=/thread/${thread}`],
  ['the registration', 'guest', () => '/register'],
  ['the recovery', 'guest', () => '/recovery'],
  ['the map of the site', 'guest', () => '/site-map'],
  ['the charter', 'guest', () => '/rules'],
  ['what the server knows', 'guest', () => '/about'],
  ['the statistics of moderation', 'guest', () => '/transparency'],
  ['the public log', 'guest', () => '/transparency/log'],
  ['a page that is not there', 'guest', () => '/nothing-here', 404],
];

describe('for everyone', () => {
  test.each(pages)('%s has nothing that axe finds, and fits the window', async (_, who, path, status = 200) => {
    const page = await open(who, path(), status);
    expect(await faults(page)).toEqual([]);
  });

  const answers: [string, Who, () => [string, Record<string, string>]][] = [
    [
      'a preview',
      'guest',
      () => [`/thread/${thread}/replies`, { text: 'Relisons.', name: '', email: '', action: 'preview' }],
    ],
    [
      'a form that came back',
      'guest',
      () => ['/category/villes/threads', { title: '', text: '', name: '', email: 'a', action: 'preview' }],
    ],
    [
      'the form of a call that came back',
      'ada',
      () => [`/thread/${thread}/call`, { url: 'x', words: '', until: 'x' }],
    ],
    ['an invitation that was just made', 'ada', () => ['/invitations', { role: 'moderator', everywhere: 'yes' }]],
    ['a trial of lists of words', 'ada', () => ['/blocked-words', { hold: 'quarante*', refuse: '' }]],
    ['the settings of a category that came back', 'ada', () => ['/categories/1', { name: '' }]],
    ['a log in that failed', 'guest', () => ['/login', { name: 'Mira', password: 'not this one' }]],
    [
      'a log in of somebody who is suspended',
      'guest',
      () => ['/login', { name: 'Sylvie', password: 'un mot de passe assez long' }],
    ],
    ['a registration that failed', 'guest', () => ['/register', { name: 'A', password: 'short', email: '' }]],
  ];
  test.each(answers)('%s has nothing that axe finds either', async (_, who, form) => {
    const page = await open(who, '/rules');
    await send(page, ...form());
    expect(await faults(page)).toEqual([]);
  });

  test('nor do a refusal without a reason, one’s page of a submission, and a decision that came too late', async () => {
    const page = await open('ada', '/desk');
    // Not any card: a decision about a reported post would take the thread of the other tests away.
    const card = page.locator('[data-submission]').filter({ hasText: 'Une autre qui attend.' });
    const id = (await card.first().getAttribute('data-submission')) ?? '';
    const decide = (fields: Record<string, string>) =>
      send(page, `/desk/submissions/${id}/decision`, { version: '1', remark: '', ...fields });
    await decide({ decision: 'refuse' });
    expect(await page.locator('.why').count()).toBeGreaterThan(0);
    expect(await faults(page)).toEqual([]);
    await decide({ decision: 'refuse', reason: 'off-topic' });
    await page.goto(`/desk/submissions/${id}`);
    expect(await faults(page)).toEqual([]);
    await decide({ decision: 'accept' });
    expect(await page.locator('.slip.team .flag').innerText()).toMatch(/^Déjà traité par Ada/);
    expect(await faults(page)).toEqual([]);
  });

  test('axe would find a fault: a field without a label, grey on grey', async () => {
    const page = await open('guest', '/rules');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input><p class="planted">grey</p>');
      const planted = document.querySelector<HTMLElement>('.planted');
      if (planted !== null) planted.style.color = '#8a8f80';
    });
    expect((await faults(page)).join()).toMatch(/label.*color-contrast|color-contrast.*label/);
  });
});

describe('with the keyboard', () => {
  test('the first thing that Tab reaches leads past the masthead, and what has the focus shows it', async () => {
    const page = await open('guest', `/thread/${thread}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return {
        inside: element?.closest('main') !== null,
        outline: element === null ? '' : getComputedStyle(element).outlineStyle,
      };
    });
    expect(focused).toEqual({ inside: true, outline: 'solid' });
  });
});

describe('the desk', () => {
  test('shows at least five cards of one line on a screen 900 px high', async () => {
    for (let each = 1; each <= 8; each++)
      await world.visitor().post(`/thread/${thread}/replies`, {
        text: `Une ligne, la ${each}e.`,
        name: '',
        email: '',
        key: `a-key-of-the-queue-${each}`,
      });
    const page = await open('ada', '/desk');
    await page.setViewportSize({ width: 1280, height: 900 });
    const heights = await page
      .locator('.card')
      .filter({ hasText: 'Une ligne, la' })
      .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
    const top = await page.locator('.queue').evaluate((queue) => queue.getBoundingClientRect().top);
    expect(heights.length).toBe(8);
    expect(Math.floor((900 - top) / Math.max(...heights))).toBeGreaterThanOrEqual(5);
  });

  test('the acts of a phone are 44 px high', async () => {
    const page = await open('ada', '/desk');
    await page.setViewportSize({ width: 360, height: 800 });
    const low = await page
      .locator('.card .acts :is(.b, .q)')
      .evaluateAll((acts) =>
        acts.map((act) => act.getBoundingClientRect().height).filter((height) => height > 0 && height < 44),
      );
    expect(low).toEqual([]);
  });
});
