import type { House, Name, Sent } from './house.js';

/** What is said about what is published or refused: readers' reports, authors' appeals, and the answers to them. */
export class After {
  constructor(private readonly forum: House) {}

  /** By somebody with an account and somebody without, of a post that stays. */
  async report(): Promise<void> {
    const { forum } = this;
    for (const who of ['member', 'guest'] as const) {
      const remark = forum.canaries.word(`reported by ${who}`, 'remark');
      await forum.must(200, who, 'POST', '/thread/2/posts/2/report', {
        reason: 'other',
        remark,
        key: `report-of-the-${who}`,
      });
    }
    await this.hide(`kind = 'report'`);
  }

  /** One waits, one was heard and confirmed. */
  async appeal(who: Name, refused: Sent, confirmed: Sent): Promise<void> {
    const { forum } = this;
    for (const { id, token } of [refused, confirmed]) {
      const state = id === refused.id ? `appeal of ${who}` : `confirmed appeal of ${who}`;
      await forum.must(303, who, 'POST', `${token === null ? `/me/submissions/${id}` : `/follow/${token}`}/appeal`, {
        text: forum.canaries.text(state),
      });
    }
    const [appeal] = await forum.world.writer.query<{ id: string }>(
      'select id from desk.submission where appeals = $1',
      [confirmed.id],
    );
    const remark = forum.canaries.word(`confirmed appeal of ${who}`, 'remark');
    await forum.decide({ id: appeal?.id ?? '', token: null }, { decision: 'refuse', remark }, 'administrator');
    await this.hide(`kind = 'appeal' and appeals = any(array['${refused.id}', '${confirmed.id}']::uuid[])`);
  }

  private async hide(which: string): Promise<void> {
    const rows = await this.forum.world.writer.query<{ id: string }>(`select id from desk.submission where ${which}`);
    this.forum.hidden.push(...rows.map(({ id }) => id));
  }
}
