import { nameKey } from '../../members/name-key.js';

/** Passwords that attackers try first, and that are long enough to pass the rule of length. */
const COMMON = /^(.)\1+$|^(?:0?123456789?0?)+$|^(?:azerty|qwerty|motdepasse|password)/i;

interface Named {
  name: string;
  password: string;
}

export function isEasy({ name, password }: Named): boolean {
  return COMMON.test(password) || nameKey(password) === nameKey(name);
}
