import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Reception } from '../reception/reception.js';
import type { Language, Visitor } from '../visitors/visitor.js';

export interface TypedWords {
  thread: number;
  /** `all`, `line` or the id of a part. */
  to: string;
  text: string;
  key: string;
  language: Language;
}

/** What hosts write to those who have registered: sent like everything that waits, and read on their pages alone. */
@Injectable()
export class HostsWords {
  constructor(
    private readonly writer: Writer,
    private readonly reception: Reception,
  ) {}

  /** @returns the id of what was sent. @throws NotFound for all but its hosts, and what Reception throws */
  send(visitor: Visitor, { thread, to: typed, ...words }: TypedWords, now: Date): Promise<string> {
    const to = typed.trim().toLowerCase();
    return this.writer.transaction(async (tx) => {
      const draft = { kind: 'words' as const, thread, to, name: '', email: '', ...words };
      const { submission } = await this.reception.submitIn(tx, visitor, draft, now);
      await tx.query(
        `insert into private.workshop_words (submission_id, thread_id, to_line, part_id) values ($1, $2, $3, $4)
         on conflict (submission_id) do update set to_line = excluded.to_line, part_id = excluded.part_id`,
        [submission, thread, to === 'line', ['all', 'line'].includes(to) ? null : to],
      );
      return submission;
    });
  }
}
