import { Invalid } from '../../errors/errors.js';
import { cleanLine, isBlank, letters } from '../../submissions/clean.js';
import type { CategorySettings } from './category-settings.js';

/** A form as it came: every field a text, so that whatever is wrong can be shown again as it was typed. */
export type TypedCategory = Record<keyof CategorySettings, string>;

const NAME = 60;
const DESCRIPTION = 300;

const CHOICES = {
  audience: ['everyone', 'members', 'staff'],
  hold: ['all', 'guests', 'newcomers', 'nobody'],
  edits: ['as-posts', 'held', 'at-once'],
  agreement: ['1', '2'],
} as const;

function within(typed: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}

function wrongIn(typed: TypedCategory): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (isBlank(typed.name) || letters(cleanLine(typed.name)) > NAME) wrong['name'] = 'category-name-length';
  if (letters(cleanLine(typed.description)) > DESCRIPTION) wrong['description'] = 'description-length';
  for (const [field, choices] of Object.entries(CHOICES)) {
    if (!(choices as readonly string[]).includes(typed[field as keyof typeof CHOICES])) wrong[field] = 'wrong-value';
  }
  if (!within(typed.acceptedUntil, 1, 1000)) wrong['acceptedUntil'] = 'accepted-until-range';
  if (typed.closesAfter.trim() !== '' && !within(typed.closesAfter.trim(), 1, 3650)) wrong['closesAfter'] = 'closes-after-range';
  return wrong;
}

/** @throws Invalid with a code for each wrong field. */
export function checkedCategory(typed: TypedCategory): CategorySettings {
  const wrong = wrongIn(typed);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    name: cleanLine(typed.name),
    description: cleanLine(typed.description),
    audience: CHOICES.audience.find((each) => each === typed.audience) ?? 'staff',
    closed: typed.closed !== '',
    guestsWrite: typed.guestsWrite !== '',
    hold: CHOICES.hold.find((each) => each === typed.hold) ?? 'all',
    acceptedUntil: Number(typed.acceptedUntil),
    agreement: Number(typed.agreement),
    closesAfter: typed.closesAfter.trim() === '' ? null : Number(typed.closesAfter),
    edits: CHOICES.edits.find((each) => each === typed.edits) ?? 'held',
    history: typed.history !== '',
  };
}

/** The settings as the form shows them. */
export function typedOf(settings: CategorySettings): TypedCategory {
  const tick = (ticked: boolean): string => (ticked ? 'yes' : '');
  return {
    name: settings.name, description: settings.description, audience: settings.audience, closed: tick(settings.closed),
    guestsWrite: tick(settings.guestsWrite), hold: settings.hold, acceptedUntil: String(settings.acceptedUntil),
    agreement: String(settings.agreement), closesAfter: settings.closesAfter === null ? '' : String(settings.closesAfter),
    edits: settings.edits, history: tick(settings.history),
  };
}

/** What a new category begins with: the careful choice everywhere. */
export const CAREFUL: CategorySettings = {
  name: '', description: '', audience: 'everyone', closed: false, guestsWrite: true, hold: 'all', acceptedUntil: 3, agreement: 1,
  closesAfter: null, edits: 'as-posts', history: false,
};
