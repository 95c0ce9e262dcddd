import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { ProfilePage } from '../../../client/own/profile-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { nameKey } from '../../members/name-key.js';
import { OwnSubmissions } from '../../submissions/own-submissions.js';
import { Threads } from '../../threads/threads.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { ProfileTexts } from './profile-texts.js';
import { sentProfile, type SentProfile } from './sent-fields.js';

/** The few lines on top of one's own public page. */
@Controller('me/profile')
export class ProfileController {
  constructor(
    private readonly sending: ProfileTexts,
    private readonly own: OwnSubmissions,
    private readonly threads: Threads,
  ) {}

  @Get()
  @ForMembers()
  show(@Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, null, null);
  }

  @Post()
  @ForMembers()
  create(@Fields(sentProfile) sent: SentProfile, @Asked() asking: Asking): Promise<Answer> {
    return orAgain(
      async () => {
        await this.sending.send(asking, sent);
        return seeOther('/me/profile');
      },
      (errors) => this.draw(asking, sent.text, errors),
    );
  }

  private async draw({ visitor, ui }: Asking, written: string | null, errors: FormErrors | null): Promise<Answer> {
    const [waiting, known] = await Promise.all([
      this.own.waitingProfile(visitor),
      this.threads.for('everyone').byMember(nameKey(visitor.member?.name ?? '')),
    ]);
    const formKey = randomBytes(18).toString('base64url');
    const standing = known?.profile ?? null;
    return page(h(ProfilePage, { ui, atOnce: visitor.isStaff, standing, waiting, formKey, written, errors }));
  }
}
