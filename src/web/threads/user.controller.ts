import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { UserPage } from '../../../client/threads/user-page.js';
import { openedAddress, userAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { nameKey } from '../../members/name-key.js';
import { Threads } from '../../threads/threads.js';
import { before } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';
import { tagOf } from '../kit/page-cache/tags.js';
import type { ThreadRow } from '../../threads/visible.js';
import type { Slots } from '../kit/page-cache/drawing.js';
import { UnreadSlots } from './unread-slots.js';
import { RecordSlot } from './record-slot.js';
import { Moved } from '../kit/passing.js';

const query = z.strictObject({ ...before.shape, show: z.enum(['threads']).optional() });
const path = z.strictObject({ name: z.string().max(200) });

@Controller('user/:name')
export class UserController {
  constructor(
    private readonly threads: Threads,
    private readonly pages: AudiencePages,
    private readonly records: RecordSlot,
    private readonly unread: UnreadSlots,
  ) {}

  /** A member who has published nothing that this visitor may read is not found, like one who does not exist. */
  @Get()
  @ForEveryone()
  async show(
    @PathParts(path) { name }: z.infer<typeof path>,
    @QueryParts(query) { before: cursor = null, show }: { before?: string | null; show?: 'threads' },
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const reader = this.threads.for(asking.visitor.audience);
      const member = await reader.byMember(nameKey(name), show === undefined ? cursor : null);
      if (member === null) throw new NotFound();
      const opened = show === undefined ? null : await reader.openedBy(nameKey(name), cursor);
      const slice =
        opened === null
          ? sliceAddress(userAddress(member), cursor, member.posts.next)
          : sliceAddress(openedAddress(member), cursor, opened.next, '&');
      if (name !== member.name) throw new Moved(slice.address);
      return {
        page: h(UserPage, { ui, member, posts: member.posts, opened, before: cursor }),
        ...slice,
        atDoor: true,
        tags: opened === null ? [tagOf.people] : [tagOf.people, tagOf.lists],
        slots: this.slotsOf(member.name, opened?.rows ?? []),
      };
    });
  }

  private slotsOf(name: string, threads: readonly ThreadRow[]): Slots {
    const [record, unread] = [this.records.of(name), this.unread.of(threads)];
    return async (asker) => ({ ...(await record(asker)), ...(await unread(asker)) });
  }
}
