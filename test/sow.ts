import type pg from 'pg';

/**
 * Rows put down by the owner of the tables, for tests that need thousands of them or a state that the forum itself
 * never leaves. Whatever can be said through the real path is said through world.thread().
 */
export class Sower {
  constructor(private readonly owner: pg.Client) {}

  async category(slug: string, audience = 'everyone', position = 0): Promise<number> {
    return this.id(
      `insert into category (slug, name, audience, position) values ($1::text, initcap($1::text), $2, $3)
        returning id`,
      [slug, audience, position],
    );
  }

  async member(name: string, role = 'member'): Promise<number> {
    const id = await this.id(
      `insert into member (name, name_key, role, joined_on) values ($1::text, lower($1::text), $2, '2026-01-01')
        returning id`,
      [name, role],
    );
    await this.owner.query(`insert into private.account (member_id, password_hash) values ($1, 'none')`, [id]);
    return id;
  }

  /** A thread whose posts were published one a minute, the last of them at `lastAt`; `author` null for a guest. */
  async thread(category: number, posts: number, lastAt: Date, author: number | null = null): Promise<number> {
    const id = await this.id(`update desk.counter set last = last + 1 where name = 'thread' returning last as id`, []);
    const name = author === null ? 'Voisine' : '';
    await this.owner.query(
      `insert into thread (id, category_id, title, slug, post_count, last_number, published_at, last_post_at)
       values ($1::int, $2, 'Sujet ' || $1::int, 'sujet-' || $1::int, $3::int, $3::int,
         $4::timestamptz - ($3::int - 1) * interval '1 minute', $4)`,
      [id, category, posts, lastAt],
    );
    await this.owner.query(
      `insert into post (thread_id, category_id, number, author_id, author_name, author_role, source, html, excerpt,
         renderer_version, written_at, published_at)
       select $1::int, $2::int, n, $5::int, $6, case when $5::int is null then 'guest' else 'member' end,
         'Texte ' || n,
         '<p>Texte ' || n || '</p>', 'Texte ' || n, 1,
         $4::timestamptz - ($3::int - n + 10) * interval '1 minute',
           $4::timestamptz - ($3::int - n) * interval '1 minute'
       from generate_series(1, $3::int) n`,
      [id, category, posts, lastAt, author, name],
    );
    await this.tell('ThreadPublished', { category, thread: id });
    return id;
  }

  /** What taking down or editing does to the public rows. */
  async change(thread: number, number: number, set: string): Promise<void> {
    await this.owner.query('update thread set changes = changes + 1 where id = $1', [thread]);
    await this.owner.query(
      `update post set change = (select changes from thread where id = $1), ${set} where thread_id = $1
        and number = $2`,
      [thread, number],
    );
  }

  private async tell(news: string, about: Record<string, number>): Promise<void> {
    await this.owner.query(`select pg_notify('palabre_news', $1)`, [JSON.stringify({ news, ...about })]);
  }

  private async id(sql: string, values: unknown[]): Promise<number> {
    const { rows } = await this.owner.query<{ id: number }>(sql, values);
    return rows[0]?.id ?? 0;
  }
}

export function minutesBefore(date: Date, minutes: number): Date {
  return new Date(date.getTime() - minutes * 60_000);
}
