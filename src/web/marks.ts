import { SetMetadata } from '@nestjs/common';

/** Who may use a route. A route without one of these marks stops the start. */
export type Mark = 'everyone' | 'guests' | 'members' | 'moderators' | 'administrators';

export const MARK = 'palabre:mark';
export const BEFORE_SET_UP = 'palabre:before-set-up';

export const ForEveryone = (): MethodDecorator => SetMetadata(MARK, 'everyone' satisfies Mark);
/** Log in, register: members are sent home. */
export const ForGuests = (): MethodDecorator => SetMetadata(MARK, 'guests' satisfies Mark);
/** Guests are sent to log in, and come back. */
export const ForMembers = (): MethodDecorator => SetMetadata(MARK, 'members' satisfies Mark);
/** Moderators and administrators; for all others the route does not exist. */
export const ForModerators = (): MethodDecorator => SetMetadata(MARK, 'moderators' satisfies Mark);
/** For all others the route does not exist. */
export const ForAdministrators = (): MethodDecorator => SetMetadata(MARK, 'administrators' satisfies Mark);

/** Stays open while nobody has set the site up yet. Besides a mark, not instead of one. */
export const OpenBeforeSetUp = (): MethodDecorator => SetMetadata(BEFORE_SET_UP, true);
