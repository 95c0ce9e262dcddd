import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { TownThreads } from '../../../client/threads/town-threads.js';
import { Threads } from '../../threads/threads.js';
import { TownPieces } from '../kit/town-pieces.js';

/** The threads that are tied to a town, on its page and on those of its department and region. */
@Injectable()
export class ThreadsOfTown implements OnModuleInit {
  constructor(
    private readonly threads: Threads,
    private readonly towns: TownPieces,
  ) {}

  onModuleInit(): void {
    this.towns.set('threads', async (around, audience, ui) => {
      const rows = await this.threads.for(audience).around(around);
      return rows.length === 0 ? null : h(TownThreads, { ui, rows });
    });
  }
}
