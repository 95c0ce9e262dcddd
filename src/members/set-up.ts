import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import type { Language } from '../visitors/visitor.js';
import { createAccount, type NewAccount, type Registered } from './accounts.js';
import { hashPassword } from './passwords.js';
import { hashOf } from './set-up-link.js';

export interface FirstChoices {
  site: { name: string; description: string; language: Language; timeZone: string };
  administrator: NewAccount;
  categories: readonly { slug: string; name: string; description: string }[];
}

/** The one time that somebody becomes administrator without one: by the printed link. */
@Injectable()
export class SetUp {
  constructor(private readonly writer: Writer) {}

  /**
   * Uses the link up, names the site, makes its first categories and its administrator: all of it or nothing. Of
   * those who come at once with the same link, the one who deletes its row has it; the others wait and find nothing.
   * @throws NotFound for a link that is used, expired or never was; Invalid for a name that is taken.
   */
  async complete(token: string, { site, administrator, categories }: FirstChoices, now: Date): Promise<Registered> {
    const passwordHash = await hashPassword(administrator.password);
    return this.writer.transaction(async (tx) => {
      const link = await tx.query('delete from private.setup_link where token_hash = $1 and expires_at > $2 returning one', [hashOf(token), now]);
      if (link.length === 0) throw new NotFound();
      const set = await tx.query(
        `update site set name = $1, description = $2, language = $3, time_zone = $4, set_up_at = $5 where set_up_at is null returning one`,
        [site.name, site.description, site.language, site.timeZone, now],
      );
      if (set.length === 0) throw new Conflict('set-up-already');
      for (const [position, { slug, name, description }] of categories.entries())
        await tx.query('insert into category (slug, name, description, position) values ($1, $2, $3, $4)', [slug, name, description, position]);
      const registered = await createAccount(tx, { ...administrator, passwordHash, role: 'administrator' }, now);
      await tx.tell({ news: 'SiteChanged' });
      return registered;
    });
  }
}
