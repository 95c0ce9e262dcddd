import type { House, Name } from './house.js';

/** Facts that are texts: each gets a word of its own. */
const FACTS = ['place', 'authorityName'] as const;

const PUBLIC = {
  title: 'Le poteau du lavoir',
  text: 'Il est là depuis mardi.',
  town: '57534',
  precision: 'km',
  lat: '49.07',
  lon: '6.22',
  authority: 'municipality',
  status: 'reported',
};

const STEP = { kind: 'request', dated: '2026-09-01', how: 'letter' };

/** Cases that wait, with a word in each of their facts; one that is published, and an edit of it that waits. */
export class Cases {
  private thread = 0;

  constructor(private readonly forum: House) {}

  private facts(state: string): Record<string, string> {
    const { canaries } = this.forum;
    return {
      ...PUBLIC,
      title: `Dossier ${canaries.word(state, 'title')}`,
      text: canaries.text(state),
      status: 'in-court',
      ...Object.fromEntries(FACTS.map((fact) => [fact, canaries.word(state, fact)])),
    };
  }

  async publish(): Promise<void> {
    const { forum } = this;
    forum.tick();
    await forum.world.db.owner.query(`update category set takes = '{thread,workshop,case}' where slug = 'villes'`);
    const path = '/category/villes/cases';
    const open = await forum.send('author', path, { ...PUBLIC, key: 'the-key-of-the-first-case' });
    await forum.decide(open, { decision: 'accept' });
    const [row] = await forum.world.writer.query<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [open.id],
    );
    this.thread = row?.thread ?? 0;
    forum.tick();
    await forum.decide(await forum.send('member', this.steps, { ...STEP, text: 'Envoyée par la poste.' }), {
      decision: 'accept',
    });
  }

  private get steps(): string {
    return `/thread/${this.thread}/case/steps`;
  }

  private step(state: string): Record<string, string> {
    const { canaries } = this.forum;
    return {
      kind: 'answer',
      dated: '2026-10-01',
      outcome: 'refusal',
      text: canaries.text(state),
      software: canaries.word(state, 'software'),
      link: `https://${canaries.word(state, 'link')}.example/a`,
      status: 'lost',
      again: 'yes',
    };
  }

  async neverAppears(who: Name & ('author' | 'guestAuthor')): Promise<void> {
    const { forum } = this;
    const path = '/category/villes/cases';
    forum.tick();
    await forum.send(who, path, this.facts(`waiting case of ${who}`));
    // One in a town of its own: neither the town's page nor any number may know of it.
    await forum.send(who, path, {
      ...this.facts(`waiting case elsewhere of ${who}`),
      town: '29019',
      lat: '48.39',
      lon: '-4.49',
    });
    await forum.decide(await forum.send(who, path, this.facts(`refused case of ${who}`)), {
      decision: 'refuse',
      reason: 'other',
    });
    await forum.send(who, this.steps, this.step(`waiting step of ${who}`));
    await forum.decide(await forum.send(who, this.steps, this.step(`returned step of ${who}`)), {
      decision: 'return',
      reason: 'other',
    });
    // By its author, and by somebody else: a proposal.
    const edit = this.facts(`waiting edit of a case of ${who}`);
    await forum.sendEdit(who, `/thread/${this.thread}/posts/1/edits`, this.thread, 1, edit);
  }
}
