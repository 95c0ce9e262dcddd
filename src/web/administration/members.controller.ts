import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { membersAddress } from '../../../client/administration/members-address.js';
import { MembersPage } from '../../../client/administration/members-page.js';
import { Categories } from '../../categories/categories.js';
import { Directory, MEMBER_ORDERS } from '../../members/directory.js';
import { Roles } from '../../members/roles.js';
import { ROLES } from '../../visitors/visitor.js';
import { Visitors } from '../../visitors/visitors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { chosenCategories, rowId } from './role-fields.js';

/** A field of the search that was left empty asks for nothing. */
const filterQuery = z.object({
  q: z.string().max(100).default(''),
  role: z
    .union([z.literal(''), z.enum(ROLES)])
    .default('')
    .transform((role) => (role === '' ? null : role)),
  sort: z.enum(MEMBER_ORDERS).default('name'),
  before: rowId.optional(),
});
const listQuery = z.object({ ...filterQuery.shape, saved: z.literal('yes').optional() });
const memberPath = z.object({ id: rowId });
const roleFields = z.strictObject({
  role: z.enum(ROLES),
  categories: chosenCategories,
  // The list as it was shown; anything else leads to its beginning.
  back: z.string().max(500).default(''),
});

/** Everybody with an account: searched, filtered, sorted, and given a role with the categories that go with it. */
@Controller('members')
export class MembersController {
  constructor(
    private readonly directory: Directory,
    private readonly roles: Roles,
    private readonly categories: Categories,
    private readonly visitors: Visitors,
  ) {}

  @Get()
  @ForAdministrators()
  async list(
    @QueryParts(listQuery) { before, saved, ...filter }: z.infer<typeof listQuery>,
    @Asked() { ui, now }: Asking,
  ): Promise<Answer> {
    const [members, categories] = await Promise.all([
      this.directory.page(before ?? null, filter, now),
      this.categories.for('staff').all(),
    ]);
    return page(
      h(MembersPage, { ui, members, categories, filter, before: before ?? null, saved: saved !== undefined }),
    );
  }

  @Post(':id/role')
  @ForAdministrators()
  async changeRole(
    @PathParts(memberPath) path: z.infer<typeof memberPath>,
    @Fields(roleFields) { role, categories, back }: z.infer<typeof roleFields>,
    @Asked() { now }: Asking,
  ): Promise<Answer> {
    await this.roles.change(path.id, role, now, categories);
    this.visitors.forgetMember(path.id);
    return seeOther(listAt(back));
  }
}

function listAt(back: string): string {
  const parsed = filterQuery.safeParse(Object.fromEntries(new URLSearchParams(back.replace(/^\/members\??/, ''))));
  const { before, ...filter } = parsed.success ? parsed.data : filterQuery.parse({});
  return membersAddress(filter, before ?? null, { saved: 'yes' });
}
