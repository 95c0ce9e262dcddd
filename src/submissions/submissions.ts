import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { askedOnce } from '../database/asked-once.js';
import { nth, together } from '../database/together.js';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict } from '../errors/errors.js';
import { render } from '../markup/render.js';
import type { HoldReason } from '../screening/phase.js';
import type { Visitor } from '../visitors/visitor.js';
import { admitted } from './admitted.js';
import type { Candidate, SentDraft } from './candidate.js';
import { checked, type Checked } from './checked.js';
import { attach } from './documents/attached.js';
import { type HeldFile, heldFiles } from './documents/held-file.js';
import type { Draft } from './draft.js';
import type { TypedDocument } from './documents/typed-document.js';
import { type EditedPost, editedPost, type PostToEdit } from './edited-post.js';
import { gatherFacts, type GatheredFacts } from './facts.js';
import { InstallationSecret } from './installation-secret.js';
import { insertSubmission } from './insert-submission.js';
import { kindOf } from './kinds.js';
import { asksFacts, readDraft, saidIn, type TokenedDraft, tokenedDraft } from './read-draft.js';
import { sentBefore, type Stored, storedAs } from './sent-before.js';
import type { Facts } from './thread-facts/facts.js';
import { shownFacts } from './thread-facts/shown-facts.js';
import { tokensOf } from './tokens.js';
import { endsWithItsRow, queueChanged } from './store-together.js';

/** What was typed, cleaned and rendered, as it would be stored. */
export interface Preview extends Checked {
  html: string;
  heldFor: string[];
  /** What the thread that it opens or changes would be about. */
  facts: Facts | null;
}

/** Checks and stores what people send. */
@Injectable()
export class Submissions {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
    @Inject(CONFIG) private readonly config: Pick<Config, 'limitFactor'>,
  ) {}

  /**
   * @throws Invalid with a code for each wrong field, NotFound where the visitor sees no such place, Forbidden where
   * they may not write, Conflict when the key was used for other content, the place has changed since it was read, or
   * a text of their page waits already (`profile-waits`): another one corrects it.
   *
   * `alone`: whether the transaction is there for it and for nothing else, so that it may end with it.
   */
  async submit(tx: Transaction, visitor: Visitor, draft: Draft, now: Date, alone = false): Promise<Stored> {
    const [looked] = await this.look(tx, [{ visitor, draft, now }]);
    if (looked === undefined) throw new Error('nobody said what became of it');
    if (looked.status === 'rejected') throw looked.reason;
    return 'token' in looked.value ? looked.value : this.store(tx, looked.value, alone);
  }

  /**
   * All that comes before storing: the locks of their keys and of their places, what was sent under these keys, all
   * questions, each of which is asked for all of them at once. Writes nothing. Of each what `submit` would throw for
   * it, which is no matter for the others. @throws when the database fails all of them
   */
  async look(tx: Transaction, all: readonly SentDraft[]): Promise<PromiseSettledResult<Stored | Candidate>[]> {
    const secret = await this.secret.get();
    const drafts = await Promise.allSettled(all.map((one) => tokenedDraft(tx, secret, one)));
    const read = drafts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // Of one thread the thread and its category are the same for all.
    const once = read.length > 1 ? askedOnce(tx) : tx;
    const before = sentBefore(tx, read);
    const known = gatherFacts(tx, read.map(asksFacts));
    const looking = read.map((one, at) => this.lookAt(once, one, nth(before, at), nth(known, at)));
    const [looked] = await together([Promise.allSettled(looking), before, known]);
    return drafts.map((one) => {
      const outcome = one.status === 'rejected' ? one : looked.shift();
      if (outcome === undefined) throw new Error('what was read was not looked at');
      return outcome;
    });
  }

  /** The questions go together, behind the locks of the keys. */
  private async lookAt(
    tx: Transaction,
    read: TokenedDraft,
    before: Promise<Stored | Conflict | null>,
    known: Promise<GatheredFacts>,
  ): Promise<Stored | Candidate> {
    const [found, admission] = await Promise.allSettled([before, admitted(tx, read, known, this.config)]);
    // Whether it may be written there is of no account for what was sent before: an edit that was published has made
    // its own twin look stale.
    if (found.status === 'rejected') throw found.reason;
    if (found.value instanceof Conflict) throw found.value;
    if (found.value !== null) return found.value;
    if (admission.status === 'rejected') throw admission.reason;
    const { visitor, draft, now, tokens, files } = read;
    const sent = { ...read.sent, ...saidIn(files) };
    const row = { visitor, now, sent, tokens, letterWait: draft.letterWait, ...admission.value };
    return { draft, fresh: files?.fresh ?? [], row };
  }

  private async store(tx: Transaction, looked: Candidate, alone: boolean): Promise<Stored> {
    const { draft, fresh, row: what } = looked;
    await kindOf(draft).mayWait?.(tx, { author: what.visitor.member?.id ?? null, id: null });
    if (what.heldFor.length > 0) await tx.tell(queueChanged(what));
    const inserting = insertSubmission(tx, what);
    // Of a key that was used meanwhile nothing would have been stored: that may be committed, too.
    if (alone && endsWithItsRow(looked)) tx.commitBehind();
    const row = await inserting;
    if (row === null) throw new Conflict('key-used');
    await attach(tx, row.id, fresh);
    return storedAs(what, row);
  }

  /** Stores an imported comment under its original date: it is not screened here, and nobody is told. */
  async bring(
    tx: Transaction,
    visitor: Visitor,
    draft: Draft,
    { writtenAt, held }: { writtenAt: Date; held: boolean },
  ): Promise<Stored> {
    const sent = checked(draft, visitor);
    const tokens = tokensOf(await this.secret.get(), visitor, draft, sent);
    const before = await nth(sentBefore(tx, [{ visitor, tokens }]), 0);
    if (before instanceof Conflict) throw before;
    if (before !== null) return before;
    const destination = await kindOf(draft).find(tx, visitor, draft, sent, writtenAt);
    const html = render(sent.text, draft.language);
    const heldFor: HoldReason[] = held ? ['brought'] : [];
    const what = { visitor, now: writtenAt, destination, sent, html, tokens, heldFor, quiet: true };
    const row = await insertSubmission(tx, what);
    if (row === null) throw new Conflict('key-used');
    return storedAs(what, row);
  }

  /**
   * What the page of the preview shows, after the same questions as at sending: nothing is previewed that could not be
   * sent. Stores nothing.
   */
  async preview(visitor: Visitor, draft: Draft, now: Date): Promise<Preview> {
    const read = await readDraft(this.writer, { visitor, draft, now });
    const known = nth(gatherFacts(this.writer, [asksFacts(read)]), 0);
    const { destination, html, heldFor } = await admitted(this.writer, read, known, this.config);
    const [facts = null] = await shownFacts(this.writer, [destination]);
    return { ...read.sent, title: destination.title, html, heldFor, facts };
  }

  /** A published post as its author may change it now; null when there is none. */
  edited(visitor: Visitor, asked: PostToEdit): Promise<EditedPost | null> {
    return editedPost(this.writer, visitor, asked);
  }

  /** The files that a form names, with what is typed about each of them. */
  async held(visitor: Visitor, typed: readonly TypedDocument[], changed: PostToEdit | null): Promise<HeldFile[]> {
    const post = changed === null ? null : await this.edited(visitor, changed);
    return heldFiles(this.writer, typed, post?.documents ?? []);
  }
}
