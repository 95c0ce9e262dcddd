import { NotFound } from '../../errors/errors.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';

/** For administrators only: for all others none of it exists. @throws NotFound */
export function administrator({ member, isAdministrator }: Visitor): Identity {
  if (member === null || !isAdministrator) throw new NotFound();
  return member;
}
