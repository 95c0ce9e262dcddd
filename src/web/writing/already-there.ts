import { Injectable } from '@nestjs/common';
import { Cases } from '../../cases/cases.js';
import { Search } from '../../search/search.js';
import type { Audience, VisibleThread } from '../../threads/visible.js';

/** What is published already about the same thing, to be shown before something new is sent. */
@Injectable()
export class AlreadyThere {
  constructor(
    readonly cases: Cases,
    private readonly search: Search,
  ) {}

  /** Threads with a title like this one. */
  threads(audience: Audience, title: string): Promise<VisibleThread[]> {
    return this.search.similar(audience, title);
  }
}
