import { NotFound } from '../errors/errors.js';
import type { Identity, Visitor } from '../visitors/visitor.js';

/** Answers the administrator's identity; for everybody else these pages do not exist. @throws NotFound */
export function administrator({ member, isAdministrator }: Visitor): Identity {
  if (member === null || !isAdministrator) throw new NotFound();
  return member;
}
