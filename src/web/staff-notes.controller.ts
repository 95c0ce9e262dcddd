import { Controller, Post } from '@nestjs/common';
import { recordAddress } from '../../client/parts/address.js';
import { Clock } from '../clock/clock.js';
import { Notes } from '../desk/people/notes.js';
import { Asked, type Asking } from './asking.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { memberPath, type MemberPath, notePath, type NotePath } from './path-parts.js';
import { sentNote, type SentNote } from './sent-fields.js';

/** What moderators note about a member, for one another. */
@Controller('desk/members/:name/notes')
export class StaffNotesController {
  constructor(private readonly drawn: MemberRecordPages, private readonly notes: Notes, private readonly clock: Clock) {}

  @Post()
  @ForModerators()
  async create(@PathParts(memberPath) { name }: MemberPath, @Fields(sentNote) { words }: SentNote, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.drawn.afterwards(asking, member, { form: 'note', written: words }, async () => {
      await this.notes.add(asking.visitor, member.id, words, this.clock.now());
      return null;
    });
  }

  @Post(':note/withdrawal')
  @ForModerators()
  async strike(@PathParts(notePath) { name, note }: NotePath, @Asked() asking: Asking): Promise<void> {
    const member = await this.drawn.member(asking, name);
    await this.notes.strike(asking.visitor, member.id, note, this.clock.now());
    await asking.reply.redirect(`${recordAddress(member)}#notes`, 303);
  }
}
