import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Reader } from '../database/reader.js';
import { AudienceThreads } from './audience-threads.js';
import type { Audience } from './visible.js';

@Injectable()
export class Threads {
  constructor(private readonly reader: Reader) {}

  /**
   * Reads for this audience, or for the one that may read the least when none is given: each of its queries names the
   * audience.
   */
  for(audience: Audience = 'everyone'): AudienceThreads {
    return new AudienceThreads(this.reader, audiencesOf(audience));
  }
}
