import type { House, Sent } from './house.js';

/**
 * What was published for a while and then taken back to the desk: an acceptance of a reply, of a guest's, of a new
 * thread and of an edit, and an answer that went with one. In the forum where the canaries never existed other words
 * were.
 */
export class Undone {
  private readonly accepted: Sent[] = [];

  constructor(private readonly forum: House) {}

  async publish(): Promise<void> {
    const { forum } = this;
    const { canaries } = forum;
    await this.accept(await forum.send('author', '/thread/2/replies', { text: canaries.text('undone') }), {
      reply: canaries.text('undone answer'),
    });
    const name = canaries.word('undone of a guest', 'name');
    await this.accept(
      await forum.send('guestAuthor', '/thread/2/replies', { text: canaries.text('undone of a guest'), name }),
    );
    const title = `Sujet ${canaries.word('undone thread of a guest', 'title')}`;
    const text = canaries.text('undone thread of a guest');
    await this.accept(
      await forum.send('guestAuthor', '/category/villes/threads', {
        title,
        text,
        ...canaries.only({ town: '29019' }),
        name: canaries.word('undone thread of a guest', 'name'),
      }),
    );
    const edit = { title: `Place ${canaries.word('undone edit', 'title')}`, text: canaries.text('undone edit') };
    await this.accept(await forum.sendEdit('author', '/thread/2/posts/1/edits', 2, 1, edit));
  }

  private async accept(sent: Sent, more: Record<string, string> = {}): Promise<void> {
    this.forum.tick();
    await this.forum.decide(sent, { decision: 'accept', ...more });
    this.accepted.push(sent);
  }

  async takeBack(): Promise<void> {
    for (const { id } of this.accepted) {
      const [row] = await this.forum.world.writer.query<{ id: string }>(
        'select id::text from desk.decision where submission_id = $1',
        [id],
      );
      await this.forum.must(303, 'moderator', 'POST', `/desk/decisions/${row?.id}/undo`);
      await this.forum.heard();
    }
  }
}
