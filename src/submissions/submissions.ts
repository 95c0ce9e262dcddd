import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { together } from '../database/together.js';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Forbidden, Invalid } from '../errors/errors.js';
import { links } from '../markup/links.js';
import { render } from '../markup/render.js';
import { isReserved } from '../members/name.js';
import { screen } from '../screening/screen.js';
import { MOST_A_MINUTE } from '../screening/too-fast.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Candidate } from './candidate.js';
import { checked, type Checked } from './checked.js';
import type { Destination } from './destination.js';
import { attach, type Attached, attached } from './documents/attached.js';
import { type HeldFile, heldFiles } from './documents/held-file.js';
import { mustAttach } from './documents/may-attach.js';
import type { Draft } from './draft.js';
import type { TypedDocument } from './documents/typed-document.js';
import { type EditedPost, editedPost, type PostToEdit } from './edited-post.js';
import { gatherFacts } from './facts.js';
import { InstallationSecret } from './installation-secret.js';
import { insertSubmission } from './insert-submission.js';
import { kindOf } from './kinds.js';
import { sentBefore, type Stored, storedAs } from './sent-before.js';
import { type Facts, threadKindOf } from './thread-facts/facts.js';
import { textsOf } from './thread-facts/facts-reading.js';
import { shownFacts } from './thread-facts/shown-facts.js';
import { tokensOf } from './tokens.js';
import { endsWithItsRow, queueChanged } from './store-together.js';
import type { Words } from './words.js';

/** What was typed, cleaned and rendered, as it would be stored. */
export interface Preview extends Checked {
  html: string;
  heldFor: string[];
  /** What the thread that it opens or changes would be about. */
  facts: Facts | null;
}

interface Admitted {
  destination: Destination;
  html: string;
  heldFor: string[];
}

interface Typed {
  draft: Draft;
  sent: Checked;
  /** Null where the form has no field for files: then those of an edited post stay. */
  files: Attached | null;
}

async function filesOf(tx: Queries, draft: Draft): Promise<Attached | null> {
  if (draft.documents === undefined) return null;
  const standing = draft.documents.length === 0 ? [] : await kindOf(draft).standingDocuments?.(tx, draft);
  return attached(tx, draft.documents, standing ?? []);
}

function saidIn(files: Attached | null): Pick<Words, 'documents'> {
  return files === null ? {} : { documents: files.said };
}

function textsOfDocuments(files: Attached | null): string[] {
  return (files?.said ?? []).flatMap(({ title, text, from }) => [title, text, from]).filter((text) => text !== '');
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
    const looked = await this.look(tx, visitor, draft, now);
    return 'token' in looked ? looked : this.store(tx, looked, alone);
  }

  /**
   * All that comes before storing: the lock of its key and of its place, what was sent under this key, all questions.
   * Writes nothing. @throws as `submit`.
   */
  async look(tx: Transaction, visitor: Visitor, draft: Draft, now: Date): Promise<Stored | Candidate> {
    const sent = checked(draft, visitor);
    const files = await filesOf(tx, draft);
    const tokens = tokensOf(await this.secret.get(), visitor, draft, sent, files?.content);
    // Asked at once, behind the lock of the key. Whether it may be written there is of no account for what was sent
    // before: an edit that was published has made its own twin look stale.
    const [before, admitted] = await Promise.allSettled([
      sentBefore(tx, visitor, tokens),
      this.admitted(tx, visitor, { draft, sent, files }, now),
    ]);
    if (before.status === 'rejected') throw before.reason;
    if (before.value !== null) return before.value;
    if (admitted.status === 'rejected') throw admitted.reason;
    const row = { visitor, now, sent: { ...sent, ...saidIn(files) }, tokens, letterWait: draft.letterWait };
    return { draft, fresh: files?.fresh ?? [], row: { ...row, ...admitted.value } };
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
    const before = await sentBefore(tx, visitor, tokens);
    if (before !== null) return before;
    const destination = await kindOf(draft).find(tx, visitor, draft, sent, writtenAt);
    const html = render(sent.text, draft.language);
    const heldFor = held ? ['brought'] : [];
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
    const sent = checked(draft, visitor);
    const files = await filesOf(this.writer, draft);
    const { destination, html, heldFor } = await this.admitted(this.writer, visitor, { draft, sent, files }, now);
    const [facts = null] = await shownFacts(this.writer, [destination]);
    return { ...sent, title: destination.title, html, heldFor, facts };
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

  private async admitted(tx: Queries, visitor: Visitor, { draft, sent, files }: Typed, now: Date): Promise<Admitted> {
    const kind = kindOf(draft);
    const besides = textsOfDocuments(files);
    const { name } = sent;
    const [destination, known] = await together([
      kind.find(tx, visitor, draft, { ...sent, ...saidIn(files) }, now),
      gatherFacts(tx, visitor, { name, texts: [sent.text, ...besides] }, now),
    ]);
    const html = render(sent.text, draft.language);
    mustAttach(visitor, destination.category, files?.fresh ?? []);
    const { category, lastPostAt, locked, title, section } = destination;
    // What was typed beside the text is read with it.
    const ofFacts = textsOf(destination.facts);
    const beside = [...ofFacts, ...besides];
    const texts = [sent.text, ...beside];
    const gathered = ofFacts.length === 0 ? known : await gatherFacts(tx, visitor, { name, texts }, now);
    const { forum, nameTaken, ...found } = gathered;
    if (visitor.isGuest && sent.name !== '' && isReserved(sent.name, forum))
      throw new Invalid({ name: 'name-reserved' });
    if (nameTaken) throw new Invalid({ name: 'name-of-member' });
    const facts = { ...found, mostLately: MOST_A_MINUTE * this.config.limitFactor };
    const verdict = screen({
      visitor,
      kind: destination.proposes ? 'proposal' : kind.screenedAs,
      category,
      opens: destination.opens ?? threadKindOf(destination.facts),
      article: section,
      lastPostAt,
      locked,
      now,
      title,
      text: texts.join('\n\n'),
      documents: { fresh: files?.fresh.length ?? 0, unchecked: files?.unchecked ?? 0 },
      links: [html, ...beside.map((text) => render(text, draft.language))].flatMap(links).length,
      facts,
    });
    if ('refused' in verdict)
      throw new Forbidden(verdict.refused, verdict.word === undefined ? {} : { word: verdict.word });
    return { destination, html, heldFor: verdict.heldFor };
  }
}
