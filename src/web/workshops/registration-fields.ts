import { z } from 'zod';
import type { TypedForm } from '../../../client/workshops/typed-registration.js';
import type { TypedRegistration } from '../../registrations/checked-registration.js';
import type { TypedChange } from '../../registrations/registration-changes.js';

/**
 * What is possible is asked where the registration goes to, so that the answer is the same form with all that was
 * typed. A box that is not ticked sends nothing, so a form sends an empty value before each: then it was asked.
 */
const typed = z.string();
const ticks = z.union([typed.transform((one) => [one]), z.array(typed).max(20)], 'wrong');

const shared = {
  part: typed.optional(),
  persons: typed.optional(),
  answer: typed.optional(),
  name: typed.optional(),
  help: ticks.optional(),
  remind: ticks.optional(),
  email: typed.optional(),
  mine: ticks.optional(),
};

export const sentRegistration = z.strictObject({
  ...shared,
  date: typed.default(''),
  key: typed.default(''),
  action: z.enum(['preview', 'send']).default('send'),
});

export const sentChange = z.strictObject(shared);

export type SentRegistration = z.infer<typeof sentRegistration>;
export type SentChange = z.infer<typeof sentChange>;

const isTicked = (values: readonly string[]): boolean => values.some((value) => value !== '');

/** What was sent, and nothing where the form did not ask. Without letters nobody is asked for an address. */
export function changeFrom(sent: SentChange, mail: boolean): TypedChange {
  const { part, persons, answer, name, help, remind, email, mine } = sent;
  return {
    part,
    persons,
    answer,
    name,
    help: help === undefined ? undefined : isTicked(help),
    remind: remind?.filter((each) => each !== ''),
    email: mail ? email : undefined,
    mine: mine === undefined ? undefined : isTicked(mine),
  };
}

/** The same with what a form begins with for the rest. */
export function typedFrom(sent: SentChange, mail: boolean): TypedRegistration {
  const { part = '', persons = '', answer = '', name = '', help = false, ...rest } = changeFrom(sent, mail);
  return {
    part,
    persons,
    answer,
    name,
    help,
    remind: rest.remind ?? [],
    email: rest.email ?? '',
    mine: rest.mine ?? false,
  };
}

/** What counts against the limit: a number that is refused counts as one. */
export function personsOf({ persons = '' }: { persons?: string | undefined }): number {
  return /^[1-9]$/.test(persons.trim()) ? Number(persons) : 1;
}

export function formFrom(date: string, typed: TypedRegistration): TypedForm {
  return { ...typed, date, persons: typed.persons === '' ? '1' : typed.persons };
}
