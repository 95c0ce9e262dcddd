import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { RemindersSlot as Part } from '../../../client/cases/reminders-form.js';
import { Reminders } from '../../notices/cases/reminders.js';
import { htmlOf } from '../kit/html-of.js';
import { ThreadHeads } from '../kit/thread-heads.js';

/** On the page of a case: being told of its dates. */
@Injectable()
export class RemindersSlot implements OnModuleInit {
  constructor(
    private readonly reminders: Reminders,
    private readonly heads: ThreadHeads,
  ) {}

  onModuleInit(): void {
    this.heads.fill('case', async (thread, { visitor, ui }): Promise<Record<string, string>> => {
      if (thread.retired) return {};
      const { member } = visitor;
      const has = member !== null && (await this.reminders.has(member.id, thread.id));
      const reminded = member === null ? 'guest' : has ? 'on' : 'off';
      return { reminders: htmlOf(h(Part, { ui, thread, reminded })) };
    });
  }
}
