import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { FollowPage } from '../../client/pages/follow-page.js';
import { MySubmissionPage } from '../../client/pages/my-submission-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotFound } from '../errors/errors.js';
import type { FollowedSubmission } from '../submissions/followed.js';
import { FollowCodes } from '../submissions/follow-codes.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import type { Owner } from '../submissions/owner.js';
import { UsualDelay } from '../threads/usual-delay.js';
import type { Language } from '../visitors/visitor.js';
import { isHttps } from './asked.js';
import type { Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Limits } from './limits.js';
import { Pages } from './pages.js';

interface Back {
  written: { title: string; text: string } | null;
  errors: FormErrors | null;
  status?: number;
}

function addressOf(owner: Owner): string {
  return 'token' in owner ? `/follow/${owner.token}` : `/me/submissions/${owner.id}`;
}

/** The page of one's own submission, for guests by its token and for members by their account. */
@Injectable()
export class FollowedPages {
  constructor(
    private readonly own: OwnSubmissions, private readonly delay: UsualDelay, private readonly pages: Pages,
    private readonly codes: FollowCodes, private readonly limits: Limits, @Inject(CONFIG) private readonly config: Config,
  ) {}

  followed(owner: Owner): Promise<FollowedSubmission | null> {
    return this.own.one(owner);
  }

  async show(asking: Asking, owner: Owner, back: Back = { written: null, errors: null }): Promise<void> {
    const { visitor, request, reply } = asking;
    const submission = await this.own.one(owner);
    if (submission === null) throw new NotFound();
    const shared = { ui: this.pages.ui(visitor, request), submission, earlier: await this.own.earlier(owner), usualDelay: await this.delay.get(), written: back.written, errors: back.errors };
    void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    const { status } = back;
    if ('token' in owner) await this.pages.send(reply, h(FollowPage, { ...shared, token: owner.token, address: this.whole(asking, owner), code: await this.codes.of(owner.token) }), { status });
    else await this.pages.send(reply, h(MySubmissionPage, shared), { status });
  }

  /** Does what was asked and leads to where it shows; when it can't be done, the page comes back with what was typed. */
  async afterwards(
    asking: Asking, owner: Owner, typed: { title?: string; text: string } | null, act: (language: Language) => Promise<Owner>,
  ): Promise<void> {
    try {
      await this.limits.take('send', asking.request);
      const language = this.pages.writtenIn(asking.request);
      await asking.reply.redirect(addressOf(await act(language)), 303);
    } catch (error) {
      const { status, errors, wait } = formProblem(error);
      if (wait !== null) void asking.reply.header('retry-after', String(wait));
      const written = typed === null ? null : { title: typed.title ?? '', text: typed.text };
      await this.show(asking, owner, { written, errors, status });
    }
  }

  /** As whoever asks has reached the forum: by its name, a local address or an onion, it must work again from there. */
  private whole({ request }: Asking, owner: Owner): string {
    return `${isHttps(request, this.config.publicUrl) ? 'https' : 'http'}://${request.host}${addressOf(owner)}`;
  }
}
