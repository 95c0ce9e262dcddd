import { Invalid } from '../errors/errors.js';
import { cleanLine, isBlank, letters } from '../submissions/clean.js';
import { AUDIENCES, THREAD_KINDS, type ThreadKind } from '../threads/visible.js';
import { ATTACHERS, EDITS, HOLDS, OPENS, ORGANIZERS } from '../categories/policy-words.js';
import type { CategorySettings } from './category-settings.js';

/** A form as it came: every field a text, so that whatever is wrong can be shown again as it was typed. */
export type TypedCategory = Record<Exclude<keyof CategorySettings, 'takes'>, string> & { takes: string[] };

const NAME = 60;
const DESCRIPTION = 300;

const CHOICES = {
  audience: AUDIENCES,
  hold: HOLDS,
  edits: EDITS,
  organizers: ORGANIZERS,
  opens: OPENS,
  documents: ATTACHERS,
  agreement: ['1', '2'],
} as const;

function within(typed: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}

function isThreadKind(kind: string): kind is ThreadKind {
  return THREAD_KINDS.some((each) => each === kind);
}

function wrongIn(typed: TypedCategory): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (isBlank(typed.name) || letters(cleanLine(typed.name)) > NAME) wrong['name'] = 'category-name-length';
  if (letters(cleanLine(typed.description)) > DESCRIPTION) wrong['description'] = 'description-length';
  for (const [field, choices] of Object.entries(CHOICES)) {
    if (!(choices as readonly string[]).includes(typed[field as keyof typeof CHOICES])) wrong[field] = 'wrong-value';
  }
  if (typed.takes.some((kind) => !isThreadKind(kind))) wrong['takes'] = 'wrong-value';
  if (typed.takes.length === 0) wrong['takes'] = 'required';
  if (!within(typed.acceptedUntil, 1, 1000)) wrong['acceptedUntil'] = 'accepted-until-range';
  if (typed.closesAfter.trim() !== '' && !within(typed.closesAfter.trim(), 1, 3650))
    wrong['closesAfter'] = 'closes-after-range';
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
    opens: CHOICES.opens.find((each) => each === typed.opens) ?? 'team',
    takes: THREAD_KINDS.filter((kind) => typed.takes.includes(kind)),
    guestsWrite: typed.guestsWrite !== '',
    hold: CHOICES.hold.find((each) => each === typed.hold) ?? 'all',
    acceptedUntil: Number(typed.acceptedUntil),
    agreement: Number(typed.agreement),
    closesAfter: typed.closesAfter.trim() === '' ? null : Number(typed.closesAfter),
    edits: CHOICES.edits.find((each) => each === typed.edits) ?? 'held',
    organizers: CHOICES.organizers.find((each) => each === typed.organizers) ?? 'as-everyone',
    history: typed.history !== '',
    documents: CHOICES.documents.find((each) => each === typed.documents) ?? 'nobody',
    documentsHeld: typed.documentsHeld !== '',
  };
}

/** The settings as the form shows them. */
export function typedOf(settings: CategorySettings): TypedCategory {
  const tick = (ticked: boolean): string => (ticked ? 'yes' : '');
  return {
    name: settings.name,
    description: settings.description,
    audience: settings.audience,
    closed: tick(settings.closed),
    opens: settings.opens,
    takes: [...settings.takes],
    guestsWrite: tick(settings.guestsWrite),
    hold: settings.hold,
    acceptedUntil: String(settings.acceptedUntil),
    agreement: String(settings.agreement),
    closesAfter: settings.closesAfter === null ? '' : String(settings.closesAfter),
    edits: settings.edits,
    organizers: settings.organizers,
    history: tick(settings.history),
    documents: settings.documents,
    documentsHeld: tick(settings.documentsHeld),
  };
}

/** What a form sends that may lack the fields which are empty or undefined here. */
export type SentSettings = Omit<TypedCategory, 'takes' | 'documentsHeld'> & {
  takes?: string[] | undefined;
  documentsHeld?: string | undefined;
};

/** What is left out keeps its value, for forms that were written before there was such a choice. */
export function completed(sent: SentSettings, before: CategorySettings): TypedCategory {
  const kept = typedOf(before);
  return {
    ...sent,
    opens: sent.opens === '' ? kept.opens : sent.opens,
    takes: sent.takes ?? kept.takes,
    organizers: sent.organizers === '' ? kept.organizers : sent.organizers,
    documents: sent.documents === '' ? kept.documents : sent.documents,
    documentsHeld: sent.documentsHeld ?? kept.documentsHeld,
  };
}

/** The settings of a new category: the careful choice for each of them. */
export const CAREFUL: CategorySettings = {
  name: '',
  description: '',
  audience: 'everyone',
  closed: false,
  opens: 'everyone',
  takes: ['thread'],
  guestsWrite: true,
  hold: 'all',
  acceptedUntil: 3,
  agreement: 1,
  closesAfter: null,
  edits: 'as-posts',
  organizers: 'as-everyone',
  history: false,
  documents: 'nobody',
  documentsHeld: true,
};
