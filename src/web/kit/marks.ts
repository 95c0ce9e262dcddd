import { SetMetadata } from '@nestjs/common';
import type { Visitor } from '../../visitors/visitor.js';
import type { Answer } from './answer.js';

/** Who may use a route. A route without one of these marks stops the start. */
export type Mark = 'everyone' | 'guests' | 'members' | 'moderators' | 'administrators';

/**
 * Every route has a mark, so here the compiler sees to it that each returns its answer: a handler that returns nothing
 * would leave Nest to answer with nothing.
 */
type HandlerDecorator = <T extends (...args: never[]) => Answer | Promise<Answer>>(
  controller: object,
  name: string | symbol,
  handler: TypedPropertyDescriptor<T>,
) => void;

export const MARK = 'palabre:mark';
export const BEFORE_SET_UP = 'palabre:before-set-up';

export const ForEveryone = (): HandlerDecorator => SetMetadata(MARK, 'everyone' satisfies Mark);
/** Log in, register: members are sent home. */
export const ForGuests = (): HandlerDecorator => SetMetadata(MARK, 'guests' satisfies Mark);
/** Guests are sent to log in, and come back. */
export const ForMembers = (): HandlerDecorator => SetMetadata(MARK, 'members' satisfies Mark);
/** Moderators and administrators; for all others the route does not exist. */
export const ForModerators = (): HandlerDecorator => SetMetadata(MARK, 'moderators' satisfies Mark);
/** For all others the route does not exist. */
export const ForAdministrators = (): HandlerDecorator => SetMetadata(MARK, 'administrators' satisfies Mark);

/** Stays open while nobody has set the site up yet. Besides a mark, not instead of one. */
export const OpenBeforeSetUp = (): MethodDecorator => SetMetadata(BEFORE_SET_UP, true);

/** Whether a route with this mark is one that this visitor may use. */
export function opens(mark: Mark, visitor: Visitor): boolean {
  switch (mark) {
    case 'everyone':
      return true;
    case 'guests':
      return visitor.isGuest;
    case 'members':
      return !visitor.isGuest;
    case 'moderators':
      return visitor.isModerator;
    case 'administrators':
      return visitor.isAdministrator;
  }
}
