import { propose } from '../kit/proposals.ts';
import { readTowns } from './read-towns.ts';

const FEWEST_LETTERS = 2;

/**
 * Completes the name of a town while somebody types. What is chosen is put into the field as its name and department,
 * which the form takes like anything else that is typed.
 */
export function startTownNames(place: HTMLElement): void {
  const field = place.querySelector<HTMLInputElement>('input');
  if (field === null) return;
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-expanded', 'false');
  propose(field, {
    named: { by: `${field.id}-label` },
    words: place.dataset,
    taking: ['Enter'],
    ask: (signal) => (field.value.trim().length < FEWEST_LETTERS ? null : readTowns(field.value, signal)),
    take(value) {
      field.value = value;
    },
  });
}
