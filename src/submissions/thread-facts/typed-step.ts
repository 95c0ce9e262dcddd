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

/** The facts as their form has them, to be changed there. */
export function typedStep(facts: StepFacts): TypedFacts & Record<StepField, readonly string[]> {
  const number = (of: number | null): string => (of === null ? '' : String(of));
  return {
    kind: [facts.kind],
    dated: [facts.dated],
    request: [number(facts.request)],
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
