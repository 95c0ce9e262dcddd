import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Forbidden, Invalid } from '../errors/errors.js';
import { links } from '../markup/links.js';
import { render } from '../markup/render.js';
import { isReserved } from '../members/name.js';
import { nameKey } from '../members/name-key.js';
import { screen } from '../screening/screen.js';
import { MOST_A_MINUTE } from '../screening/too-fast.js';
import type { Visitor } from '../visitors/visitor.js';
import { checked, type Checked } from './checked.js';
import type { Draft } from './draft.js';
import { type Asked, type EditedPost, editedPost } from './edited-post.js';
import { gatherFacts } from './facts.js';
import { InstallationSecret } from './installation-secret.js';
import { findPlace, type Place } from './place.js';
import { store } from './store.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from './submission-row.js';
import { type Tokens, tokensOf } from './tokens.js';
import { anotherProfileWaits } from './waiting-profile.js';

/** A stored submission; `fresh` when this very call stored it, and not an earlier one with the same key. */
export interface Sent {
  token: string;
  /** Of its follow page, to be written down. */
  code: string;
  row: SubmissionRow;
  fresh: boolean;
}

interface Admitted {
  place: Place;
  html: string;
  heldFor: string[];
}

/** What people send: stored first, whatever becomes of it. */
@Injectable()
export class Submissions {
  constructor(
    private readonly writer: Writer, private readonly secret: InstallationSecret,
    @Inject(CONFIG) private readonly config: Pick<Config, 'limitFactor'>,
  ) {}

  /**
   * @throws Invalid with a code for each wrong field, NotFound where the visitor sees no such place, Forbidden where they
   * may not write, Conflict when the key was used for other content, the place has changed since it was read, or a text of
   * their page waits already (`profile-waits`): another one corrects it.
   */
  async submit(tx: Transaction, visitor: Visitor, draft: Draft, now: Date): Promise<Sent> {
    const sent = checked(draft, visitor);
    const tokens = tokensOf(await this.secret.get(), visitor, draft, sent);
    return (await this.sentBefore(tx, visitor, tokens)) ?? this.submitNow(tx, visitor, { draft, sent, tokens }, now);
  }

  /**
   * Sends of one key go one after the other: the second of two that race must see the first one's answer, and not what
   * the first one did to the thread (an edit that was published at once makes its own twin look stale).
   */
  private async sentBefore(tx: Transaction, visitor: Visitor, tokens: Tokens): Promise<Sent | null> {
    await tx.query('select pg_advisory_xact_lock($1)', [tokens.keyHash.readBigInt64BE().toString()]);
    const [row] = await tx.query<SubmissionRow & { same: boolean }>(
      `select ${SUBMISSION_COLUMNS}, token_hash = $3 as same from desk.submission 
       where coalesce(author_id, 0) = $1 and key_hash = $2`,
      [visitor.member?.id ?? 0, tokens.keyHash, tokens.tokenHash],
    );
    if (row === undefined) return null;
    if (!row.same) throw new Conflict('key-used');
    return { token: tokens.token, code: tokens.code, row, fresh: false };
  }

  private async submitNow(
    tx: Transaction, visitor: Visitor, { draft, sent, tokens }: { draft: Draft; sent: Checked; tokens: Tokens }, now: Date,
  ): Promise<Sent> {
    const { place, html, heldFor } = await this.admitted(tx, visitor, { draft, sent }, now);
    if (place.kind === 'profile' && visitor.member !== null && (await anotherProfileWaits(tx, visitor.member.id, null))) throw new Conflict('profile-waits');
    const row = await store(tx, visitor, { place, sent, html, tokens, heldFor }, now);
    if (row === null) throw new Conflict('key-used');
    if (heldFor.length > 0) await tx.tell({ news: 'QueueChanged', category: row.category, submission: row.id });
    return { token: tokens.token, code: tokens.code, row, fresh: true };
  }

  /** What was received elsewhere, under its date there: it goes through no screening here, and nobody is told. */
  async bring(tx: Transaction, visitor: Visitor, draft: Draft, { writtenAt, held }: { writtenAt: Date; held: boolean }): Promise<Sent> {
    const sent = checked(draft, visitor);
    const tokens = tokensOf(await this.secret.get(), visitor, draft, sent);
    const before = await this.sentBefore(tx, visitor, tokens);
    if (before !== null) return before;
    const place = await findPlace(tx, visitor, draft, sent);
    const html = render(sent.text, draft.language);
    const row = await store(tx, visitor, { place, sent, html, tokens, heldFor: held ? ['brought'] : [], quiet: true }, writtenAt);
    if (row === null) throw new Conflict('key-used');
    return { token: tokens.token, code: tokens.code, row, fresh: true };
  }

  /**
   * What the page of the preview shows, after the same questions as at sending: nothing is previewed that could not be
   * sent. Stores nothing.
   */
  async preview(visitor: Visitor, draft: Draft, now: Date): Promise<Checked & { html: string; heldFor: string[] }> {
    const sent = checked(draft, visitor);
    const { place, html, heldFor } = await this.admitted(this.writer, visitor, { draft, sent }, now);
    return { ...sent, title: place.title, html, heldFor };
  }

  /** A published post as its author may change it now; null when there is none. */
  edited(visitor: Visitor, asked: Asked): Promise<EditedPost | null> {
    return editedPost(this.writer, visitor, asked);
  }

  private async admitted(
    tx: Queries, visitor: Visitor, { draft, sent }: { draft: Draft; sent: Checked }, now: Date,
  ): Promise<Admitted> {
    await this.refuseMembersName(tx, visitor, sent.name);
    const place = await findPlace(tx, visitor, draft, sent);
    const html = render(sent.text, draft.language);
    const { category, lastPostAt, locked, title, section } = place;
    const facts = { ...(await gatherFacts(tx, visitor, sent.text, now)), mostLately: MOST_A_MINUTE * this.config.limitFactor };
    const verdict = screen({
      visitor, kind: draft.kind === 'comment' ? 'reply' : draft.kind, category, article: section, lastPostAt, locked, now, title, text: sent.text, links: links(html).length, facts,
    });
    if ('refused' in verdict) throw new Forbidden(verdict.refused);
    return { place, html, heldFor: verdict.heldFor };
  }

  /** Look-alikes share a key, so nobody answers in a member's name, nor in the team's. */
  private async refuseMembersName(tx: Queries, visitor: Visitor, name: string): Promise<void> {
    if (!visitor.isGuest || name === '') return;
    const [found] = await tx.query<{ forum: string; taken: boolean }>(
      'select name as forum, exists (select 1 from member where name_key = $1) as taken from site', [nameKey(name)],
    );
    if (isReserved(name, found?.forum)) throw new Invalid({ name: 'name-reserved' });
    if (found?.taken === true) throw new Invalid({ name: 'name-of-member' });
  }
}
