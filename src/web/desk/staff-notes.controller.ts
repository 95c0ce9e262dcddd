import { Controller, Post } from '@nestjs/common';
import { recordAddress } from '../../../client/kit/address.js';
import { Notes } from '../../desk/people/notes.js';
import { type Answer, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { MemberRecordPages } from './member-record-pages.js';
import { memberPath, type MemberPath, notePath, type NotePath } from '../kit/path-parts.js';
import { sentNote, type SentNote } from './sent-fields.js';

/** What moderators note about a member, for one another. */
@Controller('desk/members/:name/notes')
export class StaffNotesController {
  constructor(
    private readonly drawn: MemberRecordPages,
    private readonly notes: Notes,
  ) {}

  @Post()
  @ForModerators()
  async create(
    @PathParts(memberPath) { name }: MemberPath,
    @Fields(sentNote) { words }: SentNote,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    return this.drawn.afterwards(asking, member, { form: 'note', written: words }, async () => {
      await this.notes.add(asking.visitor, member.id, words, asking.now);
      return null;
    });
  }

  @Post(':note/withdrawal')
  @ForModerators()
  async strike(@PathParts(notePath) { name, note }: NotePath, @Asked() asking: Asking): Promise<Answer> {
    const member = await this.drawn.member(asking, name);
    await this.notes.strike(asking.visitor, member.id, note, asking.now);
    return seeOther(`${recordAddress(member)}#notes`);
  }
}
