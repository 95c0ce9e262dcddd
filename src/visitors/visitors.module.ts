import { Module } from '@nestjs/common';
import { Visitors } from './visitors.js';

/**
 * Finds out who sends a request: from the cookie to a Visitor, for pages and sockets alike, and whether the request
 * comes from a page of ours. All folders above may use it. It must never give out more about a visitor than they need:
 * no token, no IP address, no e-mail address.
 */
@Module({ providers: [Visitors], exports: [Visitors] })
export class VisitorsModule {}
