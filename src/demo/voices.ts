import { cast, guests, playersByName } from './cast.js';
import type { Dice } from './dice.js';
import { categories } from './categories.js';

const members = cast.map((one) => one.name);

/**
 * Those who write most come first, as everywhere: squaring the chance is enough to tell the talkative from the shy.
 */
function someone(names: readonly string[], dice: Dice): string {
  const name = names[Math.floor(dice.next() ** 1.5 * names.length)];
  if (name === undefined) throw new Error('nobody is there to speak');
  return name;
}

/** Who speaks next in this category, and not the one who has just spoken; guests where guests write. */
export function nextVoice(category: string, before: string, daysAgo: number, dice: Dice): string {
  const guestsWrite = categories.find((each) => each.slug === category)?.guestsWrite === true;
  for (;;) {
    const name = guestsWrite && dice.next() < 0.27 ? someone(guests, dice) : someone(members, dice);
    const joined = playersByName.get(name)?.joinedDaysAgo ?? Infinity;
    if (name !== before && joined > daysAgo) return name;
  }
}
