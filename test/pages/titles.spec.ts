import { openWorld, type World } from '../world.js';

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
    expect(await world.reader.query('select title from thread where id = $1', [thread])).toEqual([{ title: "Qui paie : l'État ?" }]);
  });
});
