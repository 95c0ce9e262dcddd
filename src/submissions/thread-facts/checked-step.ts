import { CASE_STATUSES } from '../../cases/case-facts.js';
import { HOWS, type StepFacts, type StepPlace } from '../../cases/step-facts.js';
import { type Day, lastOf } from '../../clock/day.js';
import { spanOf } from '../../deadlines/span.js';
import {
  predecessorOf,
  isAnnounced,
  isOfRequest,
  outcomesOf,
  STEP_KINDS,
  type StepKind,
} from '../../deadlines/step-kind.js';
import type { TypedFacts } from './facts.js';
import { TypedFields, type Wrong } from './typed-fields.js';
import { STEP_FIELDS, type StepField } from './typed-step.js';

/** A step of the same case that stands already. */
export interface OtherStep {
  number: number;
  kind: StepKind;
  dated: string;
  request: number | null;
}

/** What its fields are checked with: looked up before. */
export interface StepChecks {
  /** Where the step stands or will stand. */
  thread: number;
  others: readonly OtherStep[];
  /** The last day that is anywhere on earth. */
  today: Day;
  /** The post that its address names; null for one of another forum, or that readers of this case do not see. */
  post: StepFacts['post'];
  /** Where the request stands today that it was said to belong to; null for a new step. */
  belongs: StepPlace | null;
}

const SIZES = { software: 140, link: 500 };
const MOST_CAMERAS = 1_000_000;
const MOST_EUROS = 1_000_000_000_000;

class Fields extends TypedFields<StepField, keyof typeof SIZES> {
  /** Spaces between the digits are how people write large numbers. */
  count(field: 'cameras' | 'amount', most: number, code: string): number | null {
    const typed = this.one(field).replace(/[\s\u202f\u00a0]/g, '');
    if (typed === '') return null;
    const number = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(number <= most)) this.wrong[field] ??= code;
    return Number.isNaN(number) ? null : number;
  }

  /** One of the list or nothing. */
  optional<T extends string>(field: StepField, choices: readonly T[]): T | '' {
    return this.choice<T | ''>(field, ['', ...choices]);
  }
}

/** Answers the facts, and a code for each field that is wrong: then the facts mean nothing. */
export function checkedStep(typed: TypedFacts, checks: StepChecks): { facts: StepFacts; wrong: Wrong } {
  const fields = new Fields(typed, STEP_FIELDS, SIZES);
  const { wrong } = fields;
  const kind = STEP_KINDS.find((each) => each === fields.one('kind'));
  if (kind === undefined) wrong['kind'] ??= fields.one('kind') === '' ? 'required' : 'wrong-value';
  const dated = fields.one('dated').trim();
  const facts: StepFacts = {
    of: 'step',
    kind: kind ?? 'press',
    dated,
    how: fields.optional('how', HOWS),
    outcome: fields.one('outcome'),
    cameras: fields.count('cameras', MOST_CAMERAS, 'cameras-range'),
    amount: fields.count('amount', MOST_EUROS, 'amount-range'),
    software: fields.line('software'),
    link: fields.line('link'),
    post: checks.post,
    request: null,
    status: fields.optional('status', CASE_STATUSES),
  };
  if (facts.link !== '' && !isWeb(facts.link)) wrong['link'] ??= 'http-only';
  if (fields.one('post').trim() !== '' && facts.post === null) wrong['post'] ??= 'post-elsewhere';
  if (kind === undefined) return { facts, wrong };
  if (facts.how !== '' && kind !== 'request') wrong['how'] ??= 'how-requests';
  sayOutcome(fields, kind);
  facts.request = requestOf(fields, kind, checks);
  sayDated(fields, facts, checks);
  return { facts, wrong };
}

function isWeb(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && !/\s/.test(address);
}

function sayOutcome(fields: Fields, kind: StepKind): void {
  const [outcome, outcomes] = [fields.one('outcome'), outcomesOf(kind)];
  if (outcome === '' && outcomes.length > 0) fields.wrong['outcome'] ??= 'required';
  if (outcome !== '' && !outcomes.includes(outcome)) fields.wrong['outcome'] ??= 'outcome-other';
}

/**
 * Where there is one request only, it need not be said which. What a step belongs to already stays where nothing else
 * is said: that may be taken down now, or stand in another thread, where it has no number to be typed here.
 */
function requestOf(
  fields: Fields,
  kind: StepKind,
  { thread, others, belongs }: Pick<StepChecks, 'thread' | 'others' | 'belongs'>,
): StepPlace | null {
  const typed = fields.one('request').trim();
  if (!isOfRequest(kind)) {
    if (typed !== '') fields.wrong['request'] ??= 'request-none';
    return null;
  }
  const requests = others.filter((each) => each.kind === 'request').map(({ number }) => number);
  const [only] = requests;
  if (typed === '' && belongs !== null) return belongs;
  if (typed === '') {
    if (requests.length !== 1) fields.wrong['request'] ??= only === undefined ? 'request-missing' : 'request-which';
    return only === undefined ? null : { thread, number: only };
  }
  const number = [...requests, ...(belongs?.thread === thread ? [belongs.number] : [])].find(
    (each) => String(each) === typed,
  );
  if (number === undefined) fields.wrong['request'] ??= 'request-unknown';
  return number === undefined ? null : { thread, number };
}

function sayDated(fields: Fields, facts: StepFacts, { thread, others, today }: StepChecks): void {
  const { kind, dated } = facts;
  const request = facts.request?.thread === thread ? facts.request.number : null;
  const span = spanOf(dated);
  if (span === null) {
    fields.wrong['dated'] ??= dated === '' ? 'required' : 'dated-wrong';
    return;
  }
  if (span.earliest > today && !isAnnounced(kind)) fields.wrong['dated'] ??= 'dated-ahead';
  const follows = predecessorOf(kind);
  const before = others.filter(
    (each) => each.kind === follows && (each.number === request || each.request === request),
  );
  const first = before.map((each) => spanOf(each.dated)?.earliest ?? '').reduce(lastOf, '');
  if (request !== null && first !== '' && span.latest < first) fields.wrong['dated'] ??= 'dated-before';
  const isSecond = kind === 'answer' && others.some((each) => each.kind === 'answer' && each.request === request);
  if (isSecond && request !== null && fields.one('again') !== 'yes') fields.wrong['again'] ??= 'answer-again';
}
