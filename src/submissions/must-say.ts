import { decodeHTML } from 'entities';
import type { StepFacts } from '../cases/step-facts.js';
import { Invalid } from '../errors/errors.js';
import { isBlank, letters } from './clean.js';
import { SIZES } from './sizes.js';
import type { Facts } from './thread-facts/facts.js';
import type { Words } from './words.js';

/** The facts that can stand for a text: what happened is then said by them alone. */
const SAYING = ['outcome', 'cameras', 'amount', 'software', 'link', 'post', 'how'] as const;

function isSaid(value: StepFacts[(typeof SAYING)[number]]): boolean {
  return value !== null && value !== '';
}

/** Whether it is a step of a case that says what happened without a text: by a fact, or by a file. */
function saysWithoutText(facts: Facts | null, files: number): boolean {
  return facts?.of === 'step' && (files > 0 || SAYING.some((field) => isSaid(facts[field])));
}

/**
 * Asked of what may have no text, once its facts and its files are known. @throws Invalid 'text-length' where nothing
 * is said.
 */
export function mustSay({ text, facts = null, documents = [] }: Omit<Words, 'title'>): void {
  const length = isBlank(decodeHTML(text)) ? 0 : letters(text);
  if (length < SIZES.text.least && !saysWithoutText(facts, documents.length))
    throw new Invalid({ text: 'text-length' });
}
