/**
 * `seated`: has seats, and with hosts who admit each person is admitted. `waiting` stands in the line, `asked` waits
 * for a host. `maybe` takes no seat. Of one that is `cancelled` nothing is kept but the way to its page.
 */
export const REGISTRATION_STATES = ['seated', 'waiting', 'asked', 'declined', 'maybe', 'cancelled'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];
