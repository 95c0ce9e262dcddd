import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Writer } from '../database/writer.js';
import { NewsWire } from '../events/news-wire.js';
import { SessionEntity } from '../members/session.entity.js';
import { dayOf, sessionEnd } from '../members/session-life.js';
import { tokenHash } from '../members/sessions.js';
import { isSuspendedAt } from '../members/suspension.js';
import { type Identity, Visitor } from './visitor.js';

interface Kept {
  visitor: Visitor;
  expiresAt: Date;
  seenOn: string;
}

interface Row extends Omit<Identity, 'moderates'> {
  categories: number[] | null;
  createdAt: Date;
  seenOn: string;
  expiresAt: Date;
}

/** The most visitors that are kept in memory; for more, the database is asked again. */
const MOST_KEPT = 10_000;

/**
 * Finds the visitor of a session. Answers from memory, so that a member's page costs no query for the session; a kept
 * visitor is dropped by the news that the session ended or the member changed, and all are dropped when news may have
 * been missed.
 */
@Injectable()
export class Visitors {
  private readonly kept = new LRUCache<string, Kept>({ max: MOST_KEPT });
  /** Counts the news, so that a visitor who was read from the database before some news is not kept after it. */
  private drops = 0;
  /** While no news arrives, a session may have ended without our knowledge: then each request asks the database. */
  private deaf = false;

  constructor(
    private readonly writer: Writer,
    wire: NewsWire,
  ) {
    wire.on('SessionEnded', ({ session }) => this.forget(session));
    for (const changed of ['MemberChanged', 'LanguageChosen'] as const)
      wire.on(changed, ({ member }) => this.forgetMember(member));
    // Publications make newcomers into members who are known; the news don't say whose they were.
    for (const published of ['ThreadPublished', 'PostPublished', 'PostChanged'] as const)
      wire.on(published, () => this.forgetAll(({ role }) => role === 'member'));
    wire.onDeaf(() => {
      this.deaf = true;
      this.forgetAll(() => true);
    });
    wire.onMissed(() => {
      this.deaf = false;
      this.forgetAll(() => true);
    });
  }

  /** The visitor of a session's token; a guest when there is none, or it ended, or its member is suspended. */
  async of(token: string | null, now: Date): Promise<Visitor> {
    if (token === null) return Visitor.guest();
    const hash = tokenHash(token);
    const session = hash.toString('hex');
    const known = this.inMemory(session, now);
    if (known !== undefined) return known;
    const drops = this.drops;
    const found = await this.find(hash, now);
    if (found === null) return Visitor.guest();
    if (!this.deaf && drops === this.drops) this.kept.set(session, found);
    return found.visitor;
  }

  /** The same without waiting; undefined where only the database knows. */
  known(token: string, now: Date): Visitor | undefined {
    return this.inMemory(tokenHash(token).toString('hex'), now);
  }

  private inMemory(session: string, now: Date): Visitor | undefined {
    const known = this.kept.get(session);
    if (known === undefined || known.seenOn !== dayOf(now)) return undefined;
    return known.expiresAt > now ? known.visitor : Visitor.guest();
  }

  /** For code that has just ended a session and answers before the news of it comes back. */
  forget(session: string): void {
    this.drops++;
    this.kept.delete(session);
  }

  /** The same for code that has just changed a member. */
  forgetMember(member: number): void {
    this.forgetAll(({ id }) => id === member);
  }

  private forgetAll(which: (member: Identity) => boolean): void {
    this.drops++;
    for (const [session, { visitor }] of this.kept)
      if (visitor.member !== null && which(visitor.member)) this.kept.delete(session);
  }

  private async find(hash: Buffer, now: Date): Promise<Kept | null> {
    const [row] = await this.writer.query<Row>(
      `select m.id, m.name, m.role, a.language, a.accepted_count as "acceptedCount",
              (select array_agg(c.category_id order by c.category_id) from desk.moderator_category c
                where c.member_id = m.id) as categories,
              s.created_at as "createdAt", s.seen_on::text as "seenOn", s.expires_at as "expiresAt"
         from private.session s
         join private.account a using (member_id)
         join member m on m.id = a.member_id
        where s.token_hash = $1 and s.expires_at > $2 and not ${isSuspendedAt('$2')}`,
      [hash, now],
    );
    if (row === undefined) return null;
    const { categories, createdAt, seenOn, expiresAt, ...member } = row;
    const moderates = member.role === 'moderator' ? categories : member.role === 'administrator' ? null : [];
    const visitor = Visitor.of({ ...member, moderates }, hash.toString('hex'));
    if (seenOn === dayOf(now)) return { visitor, expiresAt, seenOn };
    return {
      visitor,
      seenOn: dayOf(now),
      expiresAt: await this.seen(hash, sessionEnd(member.role, createdAt, now), now),
    };
  }

  /** Once a day: a session that is used lives on, and nobody learns at what time it was used. */
  private async seen(hash: Buffer, expiresAt: Date, now: Date): Promise<Date> {
    await this.writer.repository(SessionEntity).update({ tokenHash: hash }, { seenOn: dayOf(now), expiresAt });
    return expiresAt;
  }
}
