import { openWorld, type World } from '../../world.js';

describe('a title', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes', name: 'Villes' });
  });
  afterAll(() => world.close());

  it('is printed as French is, wherever it stands, and stored as it was typed', async () => {
    const thread = await world.thread({ category: 'villes', title: "Qui paie : l'État ?", text: 'Une question.' });
    const set = 'Qui paie\u00a0: l’État\u202f?';
    for (const path of ['/', '/recent', '/category/villes', `/thread/${thread}/qui-paie-l-etat`]) {
      const { text } = await world.visitor().get(path);
      expect(text).toContain(set);
      expect(text).not.toContain("l'État");
    }
    expect(await world.reader.query('select title from thread where id = $1', [thread])).toEqual([
      { title: "Qui paie : l'État ?" },
    ]);
  });
});

describe('a text', () => {
  it('is set in the language of the forum, whatever its author reads the buttons in', async () => {
    const world = await openWorld();
    try {
      await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
      const { id, cookie } = await world.member('Robin');
      await world.writer.query(`update private.account set language = 'en' where member_id = $1`, [id]);
      const sent = await world
        .visitor(cookie)
        .post('/category/villes/threads', { title: 'Une ville', text: "Qui paie l'État ?", key: 'key-of-language-1' });
      expect(sent.status).toBe(303);
      expect(await world.reader.query('select html from post')).toEqual([{ html: '<p>Qui paie l’État\u202f?</p>' }]);
      expect((await world.visitor(cookie).get('/')).text).toContain('<html lang="en">');
    } finally {
      await world.close();
    }
  });
});
