import type { StepFacts } from '../../cases/step-facts.js';
import type { TypedFacts } from './facts.js';

/** Fields of a step's form, in their order there. `again` confirms a second answer to one request. */
export const STEP_FIELDS = [
  'kind',
  'dated',
  'request',
  'how',
  'outcome',
  'again',
  'cameras',
  'amount',
  'software',
  'link',
  'post',
  'status',
] as const;
export type StepField = (typeof STEP_FIELDS)[number];

/** The facts as their form in this thread has them, to be changed there: the request by its number. */
export function typedStep(facts: StepFacts, thread: number | null): TypedFacts & Record<StepField, readonly string[]> {
  const number = (of: number | null): string => (of === null ? '' : String(of));
  return {
    kind: [facts.kind],
    dated: [facts.dated],
    request: [facts.request?.thread === thread ? number(facts.request?.number ?? null) : ''],
    how: [facts.how],
    outcome: [facts.outcome],
    again: ['yes'],
    cameras: [number(facts.cameras)],
    amount: [number(facts.amount)],
    software: [facts.software],
    link: [facts.link],
    post: [facts.post === null ? '' : `/thread/${facts.post.thread}/posts/${facts.post.number}`],
    status: [facts.status],
  };
}
