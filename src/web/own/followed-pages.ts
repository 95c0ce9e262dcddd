import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import type { FollowedWritten } from '../../../client/own/followed-acts.js';
import { FollowPage } from '../../../client/own/follow-page.js';
import { MySubmissionPage } from '../../../client/own/my-submission-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { CONFIG, type Config } from '../../config/config.js';
import { NotFound, type Problem } from '../../errors/errors.js';
import { saidAtOnce } from '../../errors/said-at-once.js';
import type { FollowedSubmission } from '../../submissions/followed.js';
import { FollowCodes } from '../../submissions/follow-codes.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import type { TypedFacts } from '../../submissions/thread-facts/facts.js';
import { typedFacts } from '../../submissions/thread-facts/facts-reading.js';
import type { Owner } from '../../submissions/owner.js';
import { UsualDelay } from '../../threads/usual-delay.js';
import type { Language } from '../../visitors/visitor.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { requestOrigin } from '../kit/request.js';
import type { Asking } from '../kit/asking.js';
import { Limits } from '../kit/limits.js';
import { refusedIn } from '../writing/sending.js';
import type { SentDocuments } from '../writing/upload-fields.js';
import { orAgain } from '../kit/or-again.js';

/** Milliseconds after which nobody knows whether a letter has left: as long as its link was good for. */
const LETTERS_ARE_KNOWN = 3 * 86_400_000;

interface TypedAgain extends Partial<SentDocuments> {
  title?: string | undefined;
  text: string;
  question?: boolean | undefined;
  facts?: TypedFacts | undefined;
}

interface Back {
  written: FollowedWritten | null;
  errors: FormErrors | null;
}

function addressOf(owner: Owner): string {
  return 'token' in owner ? `/follow/${owner.token}` : `/me/submissions/${owner.id}`;
}

/** The page of one's own submission, for guests by its token and for members by their account. */
@Injectable()
export class FollowedPages {
  constructor(
    private readonly own: OwnSubmissions,
    private readonly delay: UsualDelay,
    private readonly codes: FollowCodes,
    private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  followed(owner: Owner): Promise<FollowedSubmission | null> {
    return this.own.one(owner);
  }

  async show(asking: Asking, owner: Owner, back: Back = { written: null, errors: null }): Promise<Answer> {
    const { ui } = asking;
    const submission = await this.own.one(owner);
    if (submission === null) throw new NotFound();
    const earlier = await this.own.earlier(owner);
    const facts = submission.facts === null ? null : typedFacts(submission.facts, submission.thread?.id ?? null);
    const shared = { ui, submission, earlier, usualDelay: await this.delay.get(), facts, ...back };
    const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
    if (!('token' in owner)) return page(h(MySubmissionPage, shared), { headers });
    const { token } = owner;
    const letterLeft =
      submission.emailAsked || asking.now.getTime() - submission.writtenAt.getTime() > LETTERS_ARE_KNOWN;
    const address = `${requestOrigin(asking.request, this.config.publicUrl)}${addressOf(owner)}`;
    return page(h(FollowPage, { ...shared, token, address, letterLeft, code: await this.codes.of(token) }), {
      headers,
    });
  }

  /**
   * Does what was asked and leads to where it shows; when it can't be done, the page comes back with what was typed.
   * `act` is told which files did not come: then it does nothing, and says what else is wrong.
   */
  afterwards(
    asking: Asking,
    owner: Owner,
    typed: TypedAgain | null,
    act: (language: Language, refused: Problem | null) => Promise<Owner>,
  ): Promise<Answer> {
    const again = async (errors: FormErrors | null): Promise<Answer> => {
      const held = typed?.documents === undefined ? undefined : await this.own.held(owner, typed.documents);
      const written = typed === null ? null : { ...typed, title: typed.title ?? '', documents: held };
      return this.show(asking, owner, { written, errors });
    };
    return orAgain(
      async () => {
        if (typed?.comesBack !== true) await this.limits.take('send', asking.request);
        const refused = refusedIn(asking.request);
        if (typed?.comesBack === true) return saidAtOnce(refused, () => again(null));
        return seeOther(addressOf(await act(asking.writtenIn, refused)));
      },
      (errors) => again({ ...errors, files: asking.request.refusedFiles ?? [] }),
    );
  }
}
