import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { InvitationsPage, type InvitationsPageProps } from '../../../client/administration/invitations-page.js';
import { Invitations } from '../../administration/invitations.js';
import { INVITED_ROLES } from '../../administration/invited-role.js';
import { Categories } from '../../categories/categories.js';
import { CONFIG, type Config } from '../../config/config.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { parseFields, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { requestOrigin } from '../kit/request.js';
import { savedQuery, type SavedQuery } from './category-fields.js';
import { chosenCategories, rowId } from './role-fields.js';

const inviteFields = z
  .strictObject({
    action: z.literal('invite').default('invite'),
    role: z.enum(INVITED_ROLES, 'wrong-value'),
    categories: chosenCategories,
    everywhere: z.literal('yes', 'wrong-value').optional(),
  })
  // Nothing ticked would be the most that a link can give.
  .refine(
    ({ role, categories, everywhere }) => role !== 'moderator' || categories.length > 0 || everywhere !== undefined,
    { path: ['categories'], message: 'where-unknown' },
  );
const revokeFields = z.strictObject({ action: z.literal('revoke'), invitation: rowId });
/** What was chosen, as far as it can be read, for a form that comes back. */
const typedFields = z.object({
  role: z.string().catch('member'),
  categories: chosenCategories.catch([]),
  everywhere: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((ticked) => ticked !== undefined),
});
const NOTHING = typedFields.parse({});

/** Links that make people moderators, organizers or members, for administrators. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly categories: Categories,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ForAdministrators()
  show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, { saved: saved !== undefined });
  }

  /** The new link is shown by the answer itself, once. */
  @Post()
  @ForAdministrators()
  create(@Body() body: unknown, @Asked() asking: Asking): Promise<Answer> {
    return orAgain(
      async () => {
        const { visitor, now, request } = asking;
        if (Object(body).action === 'revoke') {
          await this.invitations.revoke(visitor, parseFields(revokeFields, body).invitation, now);
          return seeOther('/invitations?saved=yes');
        }
        const sent = parseFields(inviteFields, body);
        const categories = sent.everywhere === undefined ? sent.categories : [];
        const token = await this.invitations.invite(visitor, { role: sent.role, categories }, now);
        const link = `${requestOrigin(request, this.config.publicUrl)}/invitation/${token}`;
        return this.draw(asking, { made: { link, role: sent.role } });
      },
      (errors) => this.draw(asking, { errors, typed: typedFields.parse(Object(body)) }),
    );
  }

  private async draw(
    { visitor, ui, now }: Asking,
    shown: Partial<Pick<InvitationsPageProps, 'made' | 'typed' | 'errors' | 'saved'>>,
  ): Promise<Answer> {
    const [invitations, categories] = await Promise.all([
      this.invitations.all(visitor, now),
      this.categories.for('staff').all(),
    ]);
    const fresh = { made: null, typed: NOTHING, errors: null, saved: false };
    return page(h(InvitationsPage, { ui, invitations, categories, ...fresh, ...shown }));
  }
}
