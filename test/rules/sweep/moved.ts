import type { House } from './house.js';

/**
 * What everybody could read and then was moved to where fewer read: a thread, posts of a thread, a thread that was
 * merged into another. Their words are those that only members, or only the team, may find.
 */
export class Moved {
  private whole = 0;
  private parts = 0;
  private merged = 0;

  constructor(private readonly forum: House) {}

  async publish(): Promise<void> {
    this.whole = await this.thread('Un sujet zqmembersonly qui partira', 'Un premier mot zqmembersonly.');
    this.parts = await this.thread('Un sujet qui restera', 'Un premier mot pour tout le monde.');
    await this.forum.publishReply('otherAuthor', this.parts, 'Une réponse zqmembersonly qui partira.');
    await this.forum.publishReply('otherAuthor', this.parts, 'Une autre zqmembersonly zqstaffonly qui partira.');
    this.merged = await this.thread(
      'Un sujet zqmembersonly zqstaffonly à fusionner',
      'Un mot zqmembersonly zqstaffonly.',
    );
  }

  async move(): Promise<void> {
    const [team] = await this.forum.world.reader.query<{ id: number }>(
      `select t.id from thread t join category c on c.id = t.category_id where c.slug = 'equipe' order by t.id
        limit 1`,
    );
    const to = String(team?.id);
    await this.act(`/desk/thread/${this.whole}/category`, { from: 'villes', category: 'membres' });
    await this.act(`/desk/thread/${this.parts}/move`, {
      number: '2',
      where: 'new',
      title: 'À part zqmembersonly',
      category: 'membres',
    });
    await this.act(`/desk/thread/${this.parts}/move`, { number: '3', where: 'thread', to });
    await this.act(`/desk/thread/${this.merged}/merge`, { to });
  }

  private async act(path: string, fields: Record<string, string>): Promise<void> {
    this.forum.tick();
    await this.forum.must(303, 'administrator', 'POST', path, { ...fields, action: 'do' });
    await this.forum.heard();
  }

  private async thread(title: string, text: string): Promise<number> {
    this.forum.tick();
    const sent = await this.forum.send('otherAuthor', '/category/villes/threads', { title, text });
    await this.forum.decide(sent, { decision: 'accept' });
    const [row] = await this.forum.world.writer.query<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [sent.id],
    );
    return row?.thread ?? 0;
  }
}
