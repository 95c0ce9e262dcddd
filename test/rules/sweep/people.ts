import type { House } from './house.js';

/** What the team does with people's published words and with their accounts, as far as others must not see it. */
export class People {
  constructor(private readonly forum: House) {}

  /** Somebody who will be kept out, and words that the team is about to change where they stand. */
  async publish(): Promise<void> {
    await this.forum.world.member('Sylvain');
    await this.forum.publishReply('author', 2, this.forum.canaries.text('team-edited'));
    const text = this.forum.canaries.text('taken-down profile');
    await this.forum.decide(
      await this.forum.send('author', '/me/profile', { text }),
      { decision: 'accept' },
      'administrator',
    );
  }

  /** What moderators note about an author, and what somebody who is kept out is told. */
  async noteAndSuspend(): Promise<void> {
    const { forum } = this;
    await forum.must(303, 'moderator', 'POST', '/desk/members/Alma/notes', {
      words: `Voir ${forum.canaries.word('note', 'text')}`,
    });
    await forum.must(303, 'administrator', 'POST', '/desk/members/Sylvain/suspension', {
      length: 'forever',
      why: forum.canaries.word('suspension', 'reason'),
    });
  }

  async sayOfThemselves(): Promise<void> {
    await this.forum.send('author', '/me/profile', { text: this.forum.canaries.text('waiting profile of author') });
  }

  async takePageDown(): Promise<void> {
    const remark = this.forum.canaries.word('taken-down profile', 'remark');
    await this.forum.must(303, 'administrator', 'POST', '/desk/members/Alma/profile/removal', {
      reason: 'personal-data',
      remark,
    });
    await this.forum.heard();
  }

  async edit(): Promise<void> {
    const { forum } = this;
    const [post] = await forum.world.reader.query<{ number: number; change: number }>(
      `select max(number) as number, (array_agg(change order by number desc))[1] as change from post
        where thread_id = 2`,
    );
    await forum.must(303, 'moderator', 'POST', `/desk/thread/2/posts/${post?.number}/correction`, {
      text: 'Une phrase, récrite par l’équipe.',
      reason: 'personal-data',
      remark: 'Une adresse privée',
      version: String(post?.change),
    });
    await forum.heard();
  }
}
