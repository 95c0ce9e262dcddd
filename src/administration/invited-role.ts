import type { Role } from '../visitors/visitor.js';

/** The roles that a link can give: administrators are made by an administrator, who sees whom they choose. */
export const INVITED_ROLES = ['moderator', 'organizer', 'member'] as const satisfies readonly Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];
