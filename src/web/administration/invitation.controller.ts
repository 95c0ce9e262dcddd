import { Body, Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { InvitationPage } from '../../../client/administration/invitation-page.js';
import { ErrorPage } from '../../../client/kit/error-page.js';
import { RecoveryCodesPage } from '../../../client/kit/recovery-codes-page.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { type Invitation, Invitations } from '../../administration/invitations.js';
import { gainsBy, InvitationAcceptance } from '../../administration/invitation-acceptance.js';
import { NotFound } from '../../errors/errors.js';
import { memberName } from '../../members/name.js';
import { newPassword } from '../../members/passwords.js';
import type { Identity, Role } from '../../visitors/visitor.js';
import { Visitors } from '../../visitors/visitors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { BrowserSessions } from '../kit/browser-sessions.js';
import { isEasy } from '../kit/easy-password.js';
import { emailField } from '../kit/email-field.js';
import { parseFields, PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { typedIn } from '../kit/typed-in.js';

const invitationPath = z.object({ token: z.string().max(100) });
type InvitationPath = z.infer<typeof invitationPath>;

const joinFields = z
  .strictObject({ name: memberName, password: newPassword, email: emailField })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

/** The page behind the link: whoever has no account makes one, whoever is logged in takes the role with theirs. */
@Controller('invitation')
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly acceptance: InvitationAcceptance,
    private readonly browserSessions: BrowserSessions,
    private readonly visitors: Visitors,
  ) {}

  @Get(':token')
  @ForEveryone()
  show(@PathParts(invitationPath) { token }: InvitationPath, @Asked() asking: Asking): Promise<Answer> {
    return orUsedUp(asking, async () => draw(asking, token, await this.invitations.open(token, asking.now)));
  }

  @Post(':token')
  @ForEveryone()
  accept(
    @PathParts(invitationPath) { token }: InvitationPath,
    @Body() body: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orUsedUp(asking, async () => {
      // Nobody without the link is told what is wrong with a form, nor makes the server hash passwords.
      const invitation = await this.invitations.open(token, asking.now);
      const { member } = asking.visitor;
      if (member !== null) return this.take(asking, token, member);
      return orTypedAgain(
        () => this.join(asking, token, body),
        (errors) => draw(asking, token, invitation, typedIn(body, 'name', 'email'), errors),
      );
    });
  }

  private async join(asking: Asking, token: string, body: unknown): Promise<Answer> {
    const { codes, ...member } = await this.acceptance.join(token, parseFields(joinFields, body), asking.now);
    const cookie = await this.browserSessions.begin(asking, member);
    return page(h(RecoveryCodesPage, { ui: asking.ui, codes, next: placeOf(member.role) }), { cookie });
  }

  /** The role has ended all sessions; this browser gets another one. */
  private async take(asking: Asking, token: string, member: Identity): Promise<Answer> {
    const role = await this.acceptance.accept(token, member, asking.now);
    this.visitors.forgetMember(member.id);
    const cookie = await this.browserSessions.begin(asking, { id: member.id, role });
    return seeOther(placeOf(role), { cookie });
  }
}

function placeOf(role: Role): string {
  return role === 'moderator' ? '/desk' : '/';
}

function draw(
  { visitor: { member }, ui }: Asking,
  token: string,
  invitation: Invitation,
  written = { name: '', email: '' },
  errors: FormErrors | null = null,
): Answer {
  const me = member && { name: member.name, gains: gainsBy(invitation.role, member) };
  // A secret address stays in no cache.
  return page(h(InvitationPage, { ui, token, invitation, me, written, errors }), {
    headers: { 'cache-control': 'no-store' },
  });
}

async function orUsedUp({ ui }: Asking, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return page(h(ErrorPage, { ui, status: 404, code: 'invitation-link', text: null }), { status: 404 });
  }
}
