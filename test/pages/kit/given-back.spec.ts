import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HTMLElement } from 'node-html-parser';
import type { Answer, Sent } from '../../browsing.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

const LONG = 60_000;
const PASSWORD = 'Un-Mot-De-Passe-CANARI';

let world: World;
let ada: Person;
let thread: number;
beforeAll(async () => {
  world = await openWorld();
  for (const slug of ['rue', 'sans']) await world.category({ slug, name: slug });
  await world.db.owner.query(
    `update category set documents = case slug when 'rue' then 'everyone' else 'nobody' end, takes = '{thread,workshop,case}'`,
  );
  ada = await world.member('Ada', { role: 'administrator' });
  await world.member('Alma');
  thread = await world.thread({ category: 'rue', title: 'Un sujet', text: 'Un premier message.' });
}, LONG);
afterAll(() => world.close());

/** The label of each field that nothing sends again, and what stands in it. */
function othersIn(page: HTMLElement): Record<string, string> {
  const labels = page.querySelectorAll('.slip.bad label');
  return Object.fromEntries(
    labels.map((label) => {
      const field = page.querySelector(`#${label.getAttribute('for') ?? ''}`);
      const value = field?.tagName === 'TEXTAREA' ? field.textContent.trim() : (field?.getAttribute('value') ?? '');
      return [label.textContent.trim(), value];
    }),
  );
}

/** With the spaces that French has before some signs as the space of the keyboard. */
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');
const wrongIn = (page: HTMLElement): string[] =>
  page.querySelectorAll('.wrongs li').map((line) => plain(line.textContent));
const flagIn = (page: HTMLElement): string => plain(page.querySelector('.slip.bad .flag')?.textContent ?? '');

/** What a person types into each form, under the name of its field. */
const FORMS: [path: string, typed: Record<string, string>][] = [
  ['/thread/T/posts/1/report', { remark: 'Cette phrase nomme <b>quelqu’un</b>.' }],
  ['/desk/members/Alma/notes', { words: 'Écrit à Alma, qui répond poliment.' }],
  ['/desk/members/Alma/suspension', { why: 'Trois insultes en un jour.' }],
  ['/desk/thread/T/posts/1/removal', { remark: 'Sans source depuis un mois.' }],
  ['/desk/thread/T/posts/1/correction', { remark: 'Une adresse de trop.' }],
  ['/categories', { name: 'Une catégorie', description: 'Où l’on parle de la rue.' }],
  ['/categories/1', { name: 'Une catégorie', description: 'Où l’on parle de la rue.' }],
  ['/sites', { name: 'Le journal' }],
  ['/sites/journal', { name: 'Le journal' }],
  ['/letters/access', { fr: 'Demande d’accès', en: 'Request', body: 'Madame, Monsieur,\n\nBonjour.' }],
  [
    '/category/rue/workshops',
    { place: 'Au local', address: '3 rue des Lilas', access: 'De plain-pied', bring: 'Un stylo', name: 'Lou' },
  ],
  ['/category/rue/cases', { place: 'Place du marché', authorityName: 'La mairie', name: 'Lou' }],
];

describe('a form that is refused as a whole', () => {
  it.each(FORMS)('gives back what was typed at %s, when one field comes twice', async (form, typed) => {
    const path = form.replace('T', String(thread));
    const answer = await world.visitor(ada.cookie).post(path, {
      ...typed,
      action: ['send', 'preview'],
      key: ['a', 'b'],
      reason: ['a', 'b'],
      length: ['a', 'b'],
      until: ['a', 'b'],
      audience: ['a', 'b'],
      origins: ['a', 'b'],
      unknown: 'Inconnu',
    });
    expect([form, answer.status]).toEqual([form, 422]);
    expect(Object.values(othersIn(answer.html()))).toEqual(expect.arrayContaining(Object.values(typed)));
    expect(answer.text).not.toContain('<b>quelqu');
  });

  it.each(FORMS)('gives back what was typed at %s, when a field comes that nobody knows', async (form, typed) => {
    const path = form.replace('T', String(thread));
    for (const unknown of ['inconnu', '__proto__', 'constructor']) {
      const answer = await world.visitor(ada.cookie).post(path, { ...typed, ...JSON.parse(`{"${unknown}":"Autre"}`) });
      expect([form, unknown, answer.status]).toEqual([form, unknown, 422]);
      expect(Object.values(othersIn(answer.html()))).toEqual(
        expect.arrayContaining([...Object.values(typed), 'Autre']),
      );
      expect(wrongIn(answer.html()).join('')).toContain(`« ${unknown} »`);
    }
  });

  it.each(['place', 'address', 'access', 'bring'])('takes none of two texts that came as %s', async (field) => {
    const both = ['Une chose.', 'Une autre.'];
    const fields = { title: 'Un atelier', text: 'Venez.', town: 'Nancy', [field]: both };
    const answer = await world.visitor(ada.cookie).post('/category/rue/workshops', fields);
    expect(answer.status).toBe(422);
    expect(Object.values(othersIn(answer.html()))).toContain(both.join('\n'));
    expect(wrongIn(answer.html())).toEqual([expect.stringContaining('ce champ est arrivé deux fois')]);
  });

  it('says under the words of its label what was typed, and which field came twice', async () => {
    const remark = ['Une phrase.', 'Une autre.'];
    const page = (await world.visitor().post(`/thread/${thread}/posts/1/report`, { remark })).html();
    expect(othersIn(page)).toEqual({ 'Un mot de plus': 'Une phrase.\nUne autre.' });
    expect(wrongIn(page)).toEqual(['Un mot de plus : ce champ est arrivé deux fois. Envoyez-le une seule fois.']);
    expect(
      page.querySelectorAll('.slip.bad input, .slip.bad textarea').every((field) => field.hasAttribute('readonly')),
    ).toBe(true);
  });

  it('shows the form of a call again with what was typed, where only one field of it is malformed', async () => {
    const typed = { url: 'https://exemple.org/signer', words: 'Signer la pétition' };
    const bodies: Sent[] = [{ until: ['2026-12-01', '2026-12-02'] }, { unknown: 'x' }];
    for (const malformed of bodies) {
      const answer = await world.visitor(ada.cookie).post(`/thread/${thread}/call`, { ...typed, ...malformed });
      expect([answer.status, formWith(answer.html(), 'words').fields]).toEqual([422, expect.objectContaining(typed)]);
    }
  });

  it('never gives a password back, nor what only a form says', async () => {
    const secret = {
      password: [PASSWORD, `${PASSWORD}2`],
      code: 'CODE-CANARI',
      key: 'KEY-CANARI',
      upload: 'TOKEN-CANARI',
    };
    const others = { motDePasse2: 'x', Passwort: `${PASSWORD}3`, 'new-password': `${PASSWORD}4`, back: '/CANARI' };
    for (const path of ['/login', '/register', '/recovery', '/me/password', '/me']) {
      const answer = await world.visitor(ada.cookie).post(path, { name: ['Lou', 'Lu'], ...secret, ...others });
      expect([path, answer.text.includes('CANARI')]).toEqual([path, false]);
    }
    const page = (await world.visitor().post('/login', { name: ['Lou', 'Lu'], ...secret })).html();
    expect(othersIn(page)).toEqual({ Nom: 'Lou\nLu' });
    expect(flagIn(page)).toContain('Un mot de passe n’est jamais rendu.');
    expect(flagIn(page)).not.toContain('Rien n’est perdu');
  });

  it('gives back no more than a page can bear, and says so', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`champ${at}`, `mot ${at}`]));
    const page = (await world.visitor().post('/login', { long: 'é'.repeat(25_000) + 'FIN', ...many })).html();
    expect(Object.keys(othersIn(page))).toHaveLength(24);
    expect(flagIn(page)).toContain('C’était trop long pour être rendu en entier.');
  });

  it('says that files are to be chosen again, where none of them can be kept', async () => {
    const file = { name: 'notes.txt', bytes: 'Un fichier.' };
    const fields = { title: ['Un titre', 'Un autre'], text: 'Un texte qui reste.', town: 'Nancy' };
    const refused = await world.visitor(ada.cookie).send('/category/sans/threads', fields, [file]);
    expect(refused.status).toBe(422);
    expect(othersIn(refused.html())).toMatchObject({ 'Votre texte': 'Un texte qui reste.' });
    expect(flagIn(refused.html())).toContain('Les fichiers ne sont pas gardés');
    expect(flagIn(refused.html())).not.toContain('Rien n’est perdu');
  });

  it(
    'keeps the files that it took, in the form that sends the text again',
    async () => {
      const file = { name: 'notes.txt', bytes: 'Un fichier.' };
      const fields = { title: ['Un titre', 'Un autre'], text: 'Un texte qui reste.' };
      const by = world.visitor(ada.cookie);
      const refused: Answer = await by.send('/category/rue/threads', fields, [file]);
      expect(refused.status).toBe(422);
      expect(flagIn(refused.html())).toBe('Rien n’est perdu : votre texte est ci-dessous.');
      const upload = refused.html().querySelector('.slip.bad [name="upload"]')?.getAttribute('value') ?? '';
      expect(upload).toMatch(/^[\w-]{16,}$/);
      const again = await by.post('/category/rue/threads', {
        title: 'Un titre',
        text: 'Un texte.',
        upload,
        action: 'preview',
      });
      expect([again.status, again.html().querySelector(`[name="upload"][value="${upload}"]`) !== null]).toEqual([
        200,
        true,
      ]);
    },
    LONG,
  );
});
