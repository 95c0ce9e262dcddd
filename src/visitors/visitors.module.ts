import { Module } from '@nestjs/common';
import { Visitors } from './visitors.js';

/**
 * Who looks or acts: from the cookie to a Visitor, for pages and sockets alike, and whether a request comes from a
 * page of ours. It must never say more about a visitor than the rooms above need: no token, no address, no e-mail.
 */
@Module({ providers: [Visitors], exports: [Visitors] })
export class VisitorsModule {}
