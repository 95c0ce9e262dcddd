import type { StepFacts, StepPlace } from '../../cases/step-facts.js';
import type { Queries } from '../../database/transaction.js';
import type { Facts } from './facts.js';

/** Where posts stand today that stood at these places, in the order of the list: each old number leads there. */
export function presentPlaces(tx: Queries, places: readonly StepPlace[]): Promise<StepPlace[]> {
  return tx.query<StepPlace>(
    `select coalesce(m.to_thread, w.thread) as thread, coalesce(m.to_number, w.number) as number
     from unnest($1::int[], $2::int[]) with ordinality w (thread, number, at)
     left join post_moved m on m.thread_id = w.thread and m.number = w.number order by w.at`,
    [places.map(({ thread }) => thread), places.map(({ number }) => number)],
  );
}

/** The same facts, each step with its request where that stands today. Asks nothing where no step belongs to one. */
export async function presentSteps<F extends Facts | null>(tx: Queries, all: readonly F[]): Promise<F[]> {
  const named = all.flatMap((facts) => (facts?.of === 'step' && facts.request !== null ? [facts.request] : []));
  if (named.length === 0) return [...all];
  const present = await presentPlaces(tx, named);
  return all.map((facts) => {
    if (facts?.of !== 'step' || facts.request === null) return facts;
    return { ...facts, request: present[named.indexOf(facts.request)] ?? facts.request };
  });
}

/** Before what a step says is written to its row, or compared with what that says. */
export async function presentStep(tx: Queries, facts: StepFacts): Promise<StepFacts> {
  const [present = facts] = await presentSteps(tx, [facts]);
  return present;
}
