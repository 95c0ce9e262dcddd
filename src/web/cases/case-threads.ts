import { Injectable } from '@nestjs/common';
import { Cases } from '../../cases/cases.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleThread } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** The thread of a case, where an address names one. */
@Injectable()
export class CaseThreads {
  constructor(
    private readonly threads: Threads,
    private readonly cases: Cases,
  ) {}

  /** @throws NotFound for what is no case, as for what does not exist. */
  async must({ audience }: Visitor, id: number): Promise<VisibleThread> {
    const thread = await this.threads.for(audience).thread(id);
    if (thread === null || (await this.cases.of(thread.id)) === null) throw new NotFound();
    return thread;
  }
}
