import type { House, Sent } from './house.js';

/**
 * What the policies of a category keep from readers: texts that the team has replaced, first agreements, the lists of
 * words.
 */
export class Policies {
  constructor(private readonly forum: House) {}

  /** Everyone may read what an author alone has changed; what the team changes later takes it all away. */
  async publish(): Promise<void> {
    const { forum } = this;
    await forum.publishReply('author', 2, forum.canaries.text('replaced twice'));
    await this.edit(9, { text: forum.canaries.text('replaced by the team') }, {});
    await this.edit(4, { text: 'Quelqu’un aurait-il une photo ?' }, {});
  }

  async replace(): Promise<void> {
    await this.edit(9, { text: 'La phrase, revue par son autrice.' }, { text: 'La phrase, revue par l’équipe.' });
    await this.forum.heard();
  }

  /** One of two has agreed, so that it waits still. */
  async agreedByOne(sent: Sent): Promise<void> {
    const { owner } = this.forum.world.db;
    await owner.query(`update category set agreement = 2 where slug = 'villes'`);
    await this.forum.decide(sent, { decision: 'accept' }, 'administrator');
    await owner.query(`update category set agreement = 1 where slug = 'villes'`);
  }

  async blockWords(): Promise<void> {
    const { forum } = this;
    const lists = {
      hold: forum.canaries.word('blocked list to hold', 'text'),
      refuse: forum.canaries.word('blocked list to refuse', 'text'),
    };
    const answer = await forum.must(200, 'administrator', 'POST', '/blocked-words', { ...lists, action: 'try' });
    const tried = /name="tried" value="([^"]*)"/.exec(answer.body)?.[1] ?? '';
    await forum.must(303, 'administrator', 'POST', '/blocked-words', { ...lists, tried, action: 'save' });
  }

  private async edit(number: number, fields: Record<string, string>, decided: Record<string, string>): Promise<void> {
    const sent = await this.forum.sendEdit('author', `/thread/2/posts/${number}/edits`, 2, number, fields);
    await this.forum.decide(sent, { decision: 'accept', ...decided });
  }
}
