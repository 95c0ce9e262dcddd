import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { ProfilePage } from '../../client/pages/profile-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { nameKey } from '../members/name-key.js';
import { OwnSubmissions } from '../submissions/own-submissions.js';
import { Threads } from '../threads/threads.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Fields } from './input.js';
import { ForMembers } from './marks.js';
import { Pages } from './pages.js';
import { ProfileSending } from './profile-sending.js';
import { sentProfile, type SentProfile } from './sent-fields.js';

/** The few lines on top of one's own public page. */
@Controller('me/profile')
export class ProfileController {
  constructor(
    private readonly sending: ProfileSending, private readonly own: OwnSubmissions, private readonly threads: Threads, private readonly pages: Pages,
  ) {}

  @Get()
  @ForMembers()
  async show(@Asked() asking: Asking): Promise<void> {
    await this.draw(asking, null, null);
  }

  @Post()
  @ForMembers()
  async create(@Fields(sentProfile) sent: SentProfile, @Asked() asking: Asking): Promise<void> {
    try {
      await this.sending.send(asking, sent);
      await asking.reply.redirect('/me/profile', 303);
    } catch (error) {
      const { status, errors, wait } = formProblem(error);
      if (wait !== null) void asking.reply.header('retry-after', String(wait));
      await this.draw(asking, sent.text, errors, status);
    }
  }

  private async draw({ visitor, request, reply }: Asking, written: string | null, errors: FormErrors | null, status = 200): Promise<void> {
    const [waiting, known] = await Promise.all([
      this.own.waitingProfile(visitor), this.threads.for('everyone').byMember(nameKey(visitor.member?.name ?? '')),
    ]);
    const formKey = randomBytes(18).toString('base64url');
    const ui = this.pages.ui(visitor, request);
    const page = h(ProfilePage, { ui, atOnce: visitor.isStaff, standing: known?.profile ?? null, waiting, formKey, written, errors });
    await this.pages.send(reply, page, { status });
  }
}
