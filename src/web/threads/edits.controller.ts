import { Controller, Get, Post } from '@nestjs/common';
import { postAddress } from '../../../client/kit/address.js';
import { Conflict, Forbidden, NotFound } from '../../errors/errors.js';
import { mayEdit, proposes } from '../../submissions/edited-post.js';
import { refusal } from '../../screening/screen.js';
import { Submissions } from '../../submissions/submissions.js';
import { typedDocument } from '../../submissions/documents/held-file.js';
import { typedFacts } from '../../submissions/thread-facts/facts-reading.js';
import { Threads } from '../../threads/threads.js';
import { takesProposals, type VisibleThread } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Moved, SeeOther } from '../kit/passing.js';
import { type PostPath, postPath } from '../kit/path-parts.js';
import { withFacts } from '../writing/facts-fields.js';
import { keyOfEdit } from '../writing/key-of-edit.js';
import { Sending } from '../writing/sending.js';
import { sentEdit, type SentEdit } from '../writing/sent-fields.js';
import { TakesFiles } from '../writing/takes-files.js';
import { WritingPages } from '../writing/writing-pages.js';

const NONE = -1;

/**
 * A member's own posts, post 1 of a workshop that they run, and for everybody post 1 of a case, changed by another
 * submission: the form, its preview, the sending.
 */
@Controller('thread/:id/posts/:number/edits')
export class EditsController {
  constructor(
    private readonly threads: Threads,
    private readonly submissions: Submissions,
    private readonly drawn: WritingPages,
    private readonly sending: Sending,
  ) {}

  @Get('new')
  @ForEveryone()
  async show(@PathParts(postPath) { id, number }: PostPath, @Asked() asking: Asking): Promise<Answer> {
    const { thread, moved } = await this.place(asking.visitor, id, number);
    if (moved !== null) throw new Moved(`${moved}/edits/new`);
    if (asking.visitor.isGuest && !isOpen(thread, number))
      throw new SeeOther(`/login?back=${encodeURIComponent(asking.request.url)}`);
    const post = await this.submissions.edited(asking.visitor, { thread: id, number });
    if (post === null) throw new NotFound();
    if (!mayEdit(post)) throw new Forbidden('not-yours');
    if (post.gone) throw new Conflict('already-gone');
    const facts = post.facts === null ? undefined : typedFacts(post.facts, id);
    const proposed = proposes(post);
    const refused = proposed ? refusedProposal(asking, thread) : null;
    if (refused !== null) throw new Forbidden(refused);
    // Files of somebody else's case are not for whoever proposes another summary.
    const documents = proposed
      ? undefined
      : await this.submissions.held(asking.visitor, post.documents.map(typedDocument), { thread: id, number });
    const written = { title: post.title ?? '', text: post.text, name: '', email: '', key: null, facts, documents };
    const { change: version, question } = post;
    const target = { kind: 'edit' as const, thread, number, version, question, proposes: proposed };
    return this.drawn.form(asking, target, { written, errors: null });
  }

  @Post()
  @TakesFiles()
  @ForEveryone()
  async create(
    @PathParts(postPath) { id, number }: PostPath,
    @Fields(sentEdit) { version, question, ...fields }: SentEdit,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const sent = withFacts(fields);
    const { thread, number: here, moved } = await this.place(asking.visitor, id, number);
    const { visitor } = asking;
    if (visitor.isGuest && !isOpen(thread, here)) throw new Forbidden('log-in-first');
    const post = isOpen(thread, here)
      ? await this.submissions.edited(visitor, { thread: thread.id, number: here })
      : null;
    // What two guests send alike is not one sending: theirs has a key from its preview.
    const key =
      sent.key === '' && !visitor.isGuest
        ? keyOfEdit(
            id,
            number,
            version,
            sent.title ?? '',
            sent.text,
            JSON.stringify([sent.facts ?? '', sent.documents ?? '', question ?? '']),
          )
        : sent.key;
    // A post that was read before it was moved has to be read again: NONE matches no version.
    const target = {
      kind: 'edit' as const,
      thread,
      number: here,
      version: moved === null ? version : NONE,
      question,
      proposes: post !== null && proposes(post),
    };
    return this.sending.submit(asking, this.drawn.presented(asking, target, { ...sent, key }));
  }

  /** The present thread and number of the post; `moved` is its new address when it was moved. */
  private async place(
    visitor: Visitor,
    id: number,
    number: number,
  ): Promise<{ thread: VisibleThread; number: number; moved: string | null }> {
    const at = await this.threads.for(visitor.audience).place(id, number);
    if (at === null) throw new NotFound();
    const stayed = at.thread.id === id && at.number === number;
    return { ...at, moved: stayed ? null : postAddress(at.thread.id, at.number) };
  }
}

/** Whether anybody may propose another text of it. */
function isOpen({ kind }: VisibleThread, number: number): boolean {
  return number === 1 && takesProposals(kind);
}

function refusedProposal({ visitor, now }: Asking, thread: VisibleThread): string | null {
  const { category, article, lastPostAt, locked } = thread;
  return refusal({ visitor, kind: 'proposal', category, article, lastPostAt, locked, now });
}
