import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { type Decided, log } from '../../publishing/log.js';
import type { Visitor } from '../../visitors/visitor.js';
import { lockThread } from '../moving/lock-thread.js';
import { type Call, keepCall, putCall, standingCall } from './put-call.js';

/** What a thread calls for: a petition to sign, a date to come to. */
@Injectable()
export class Calls {
  constructor(private readonly writer: Writer) {}

  /**
   * Sets the call of a thread, or takes it away. @returns null where it is so already: a form that is sent twice does
   * nothing twice. @throws NotFound where this visitor may not, Conflict when the thread was merged since.
   */
  set(visitor: Visitor, thread: number, call: Call | null, now: Date): Promise<Decided | null> {
    return this.writer.transaction(async (tx) => {
      const locked = await lockThread(tx, visitor, thread, null, (category) => visitor.callsIn(category));
      const before = await standingCall(tx, thread);
      if (isSame(call, before?.call ?? null)) return null;
      await putCall(tx, locked, call);
      const detail = {
        ...(call !== null && { call: await keepCall(tx, thread, call) }),
        ...(before !== null && { before: before.id }),
      };
      const decision = call === null ? 'uncall' : 'call';
      return await log(tx, locked.member, { decision, category: locked.category, thread, detail }, now);
    });
  }
}

function isSame(one: Call | null, other: Call | null): boolean {
  return one?.url === other?.url && one?.words === other?.words && one?.until === other?.until;
}
