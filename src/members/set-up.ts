import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Writer } from '../database/writer.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { SiteEntity } from '../site/site.entity.js';
import type { Language } from '../visitors/visitor.js';
import { createAccount, type NewAccount, type Registered } from './accounts.js';
import { hashPassword } from './passwords.js';
import { hashOf } from './set-up-link.js';
import { SetUpLinkEntity } from './set-up-link.entity.js';

export interface FirstChoices {
  site: { name: string; description: string; language: Language; timeZone: string };
  administrator: NewAccount;
  /** `opens`: who opens threads there, everyone unless it is said. */
  categories: readonly { slug: string; name: string; description: string; opens?: 'team' }[];
}

/** The only way to become administrator without being made one by another: the printed link. */
@Injectable()
export class SetUp {
  constructor(private readonly writer: Writer) {}

  /**
   * Uses the link up, names the site, makes its first categories and its administrator: all of it or nothing. When
   * several people use it at once, the one whose transaction deletes its row succeeds; the others wait and find
   * nothing.
   * @throws NotFound for a link that is used, expired or never was; Invalid for a name that is taken.
   */
  async complete(token: string, { site, administrator, categories }: FirstChoices, now: Date): Promise<Registered> {
    const passwordHash = await hashPassword(administrator.password);
    return this.writer.transaction(async (tx) => {
      const link = await tx.repository(SetUpLinkEntity).delete({ tokenHash: hashOf(token), expiresAt: MoreThan(now) });
      if (link.affected !== 1) throw new NotFound();
      const set = await tx.repository(SiteEntity).update({ one: true, setUpAt: IsNull() }, { ...site, setUpAt: now });
      if (set.affected !== 1) throw new Conflict('set-up-already');
      // In SQL, because categories and their entity belong to a folder above this one.
      for (const [position, { slug, name, description, opens = 'everyone' }] of categories.entries())
        await tx.query('insert into category (slug, name, description, opens, position) values ($1, $2, $3, $4, $5)', [
          slug,
          name,
          description,
          opens,
          position,
        ]);
      const registered = await createAccount(tx, { ...administrator, passwordHash, role: 'administrator' }, now);
      await tx.tell({ news: 'SiteChanged' });
      return registered;
    });
  }
}
