import type { House, Name } from './house.js';

/** Facts that are texts: each gets a word of its own. */
const FACTS = ['place', 'address', 'access', 'bring', 'language', 'partTitle', 'partTime', 'partText'] as const;

const PUBLIC = {
  title: 'Balade du lavoir',
  text: 'On se retrouve devant, et l’on compte.',
  town: '57534',
  place: 'Devant le lavoir',
  access: 'Plain-pied',
  start: '2026-12-12T14:00',
  end: '2026-12-12T17:00',
  admission: 'open',
};

/**
 * Workshops that wait, with a word in each of their facts; one that is published, whose secret is nobody's but its
 * author's and the moderators'; and what is left of one that was taken down.
 */
export class Workshops {
  private thread = 0;

  constructor(private readonly forum: House) {}

  private get hosts(): string {
    return `/thread/${this.thread}/workshop/hosts`;
  }

  private facts(state: string): Record<string, string> {
    const { canaries } = this.forum;
    return {
      ...PUBLIC,
      title: `Atelier ${canaries.word(state, 'title')}`,
      text: canaries.text(state),
      online: `https://${canaries.word(state, 'online')}.example/salle`,
      ...Object.fromEntries(FACTS.map((fact) => [fact, canaries.word(state, fact)])),
    };
  }

  private secret(state: string): Record<string, string> {
    const { canaries } = this.forum;
    return {
      address: canaries.word(state, 'address'),
      online: `https://${canaries.word(state, 'online')}.example/salle`,
      reveal: 'day-before',
    };
  }

  async publish(): Promise<void> {
    const { forum } = this;
    forum.tick();
    await forum.world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'villes'`);
    const path = '/category/villes/workshops';
    const open = await forum.send('author', path, {
      ...PUBLIC,
      ...this.secret('secret of author'),
      key: 'the-key-of-the-first-workshop',
    });
    await forum.decide(open, { decision: 'accept' });
    const [row] = await forum.world.writer.query<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [open.id],
    );
    this.thread = row?.thread ?? 0;
    // Somebody runs it who is not named.
    await forum.must(303, 'administrator', 'POST', this.hosts, { action: 'take' });
    forum.tick();
    const hosts = { ...PUBLIC, title: 'Lecture à plusieurs', text: 'Un marché, à voix haute.', admission: 'hosts' };
    await forum.decide(
      await forum.send('guestAuthor', path, {
        ...hosts,
        ...this.secret('secret of guestAuthor'),
        key: 'the-key-of-the-second-workshop',
      }),
      {
        decision: 'accept',
      },
    );
    await this.ask(path);
  }

  /** One whose date is to be found, with an answer that has a word of its own in the name. */
  private async ask(path: string): Promise<void> {
    const { forum } = this;
    forum.tick();
    const sent = await forum.send('author', path, {
      ...PUBLIC,
      title: 'Quand nous compterons',
      start: '',
      end: '',
      candidateStart: ['2026-12-13T14:00', '2026-12-20T14:00'],
      candidateEnd: ['2026-12-13T17:00', '2026-12-20T17:00'],
      key: 'the-key-of-the-workshop-to-be-found',
    });
    await forum.decide(sent, { decision: 'accept' });
    const [row] = await forum.world.writer.query<{ thread: number; candidate: string }>(
      `select s.thread_id as thread, c.id as candidate from desk.submission s
       join workshop_candidate c on c.thread_id = s.thread_id where s.id = $1 order by c.position limit 1`,
      [sent.id],
    );
    const { headers } = await forum.must(303, 'guestAuthor', 'POST', `/thread/${row?.thread}/workshop/availability`, {
      yes: row?.candidate ?? '',
      name: forum.canaries.word('availability of guestAuthor', 'name'),
      key: 'the-key-of-the-first-answer',
    });
    const token = /^\/availability\/([^/]+)$/.exec(String(headers.location))?.[1];
    if (token !== undefined) forum.lookers.guestAuthor.tokens.push(token);
  }

  async neverAppears(who: Name & ('author' | 'guestAuthor')): Promise<void> {
    const { forum } = this;
    const path = '/category/villes/workshops';
    forum.tick();
    await forum.send(who, path, this.facts(`waiting workshop of ${who}`));
    await forum.decide(await forum.send(who, path, this.facts(`refused workshop of ${who}`)), {
      decision: 'refuse',
      reason: 'other',
    });
    if (who !== 'author') return;
    // Somebody helps to run it, and is kept out later: neither is anybody else's business.
    await forum.must(303, 'administrator', 'POST', this.hosts, { action: 'add', member: 'Sylvain' });
    // Its author helps, too, and writes to those who have registered: what a moderator writes would not wait.
    await forum.must(303, 'administrator', 'POST', this.hosts, { action: 'add', member: 'Alma' });
    forum.tick();
    const words = { to: 'all', text: forum.canaries.text('waiting words of author') };
    await forum.send(who, `/thread/${this.thread}/workshop/words`, words);
    const edit = { ...this.facts('waiting edit of a workshop of author') };
    await forum.sendEdit(who, `/thread/${this.thread}/posts/1/edits`, this.thread, 1, edit);
  }
}
