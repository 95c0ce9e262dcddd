import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { SameTurn } from '../database/same-turn.js';
import { AudienceThreads } from './audience-threads.js';
import type { Audience, VisibleThread } from './visible.js';

@Injectable()
export class Threads {
  private readonly asked = new SameTurn<VisibleThread | null>();

  constructor(private readonly reader: Reader) {}

  /**
   * Reads for this audience, or for the one that may read the least when none is given: each of its queries names the
   * audience.
   */
  for(audience: Audience = 'everyone'): AudienceThreads {
    return new AudienceThreads(this.reader, audiencesOf(audience), this.asked);
  }
}
