import type { StepFacts, StepPlace } from '../../cases/step-facts.js';
import { audiencesOf } from '../../categories/audience.js';
import type { Queries } from '../../database/transaction.js';
import { Invalid } from '../../errors/errors.js';
import type { Audience } from '../../threads/visible.js';
import { checkedStep, type OtherStep } from './checked-step.js';
import type { TypedFacts } from './facts.js';
import { presentPlaces } from './present-steps.js';
import type { FactsReading } from './reading.js';
import { standingStep } from './standing-step.js';
import { typedStep } from './typed-step.js';

/** Some islands are 14 hours ahead: a step of today is of tomorrow there. */
const AHEAD = 14 * 3_600_000;
/** With the mark of a post, as pages have it, or as the address of a post alone. */
const POST = /^\/thread\/(\d{1,9})(?:\/posts\/(\d{1,9})|(?:\/[^?#/]*)?(?:\?[^#]*)?(?:#post-(\d{1,9}))?)$/;

export const step: FactsReading<StepFacts> = {
  async checked(tx, typed, { before, now, place }) {
    if (place === null) throw new Error('a step stands in a thread');
    const { thread, number } = place;
    const [others, post, [belongs = null]] = await Promise.all([
      othersIn(tx, thread, number),
      postNamed(tx, thread, typed),
      before?.request ? presentPlaces(tx, [before.request]) : [],
    ]);
    const today = new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
    const { facts, wrong } = checkedStep(typed, { thread, others, today, post, belongs });
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
    // Said again, it is still said by the address that it was said by first: nothing has changed.
    return samePlace(facts.request, belongs) ? { ...facts, request: before?.request ?? null } : facts;
  },
  typed: typedStep,
  texts: ({ software, link }) => [software, link],
  standing: (tx, { thread, number }) => standingStep(tx, thread, number),
};

function samePlace(one: StepPlace | null, other: StepPlace | null): boolean {
  return one?.thread === other?.thread && one?.number === other?.number;
}

/** The steps of a case that stand, but for the one that is changed. */
function othersIn(tx: Queries, thread: number, number: number | null): Promise<OtherStep[]> {
  return tx.query<OtherStep>(
    `select number, kind, dated, case when request_thread = thread_id then request_number end as request
     from case_step where thread_id = $1 and number is distinct from $2 order by number limit 2000`,
    [thread, number],
  );
}

/** Only what all readers of this case may read: nobody learns by a step whether a hidden post exists. */
async function postNamed(tx: Queries, thread: number, typed: TypedFacts): Promise<StepFacts['post']> {
  const found = POST.exec((typed['post']?.[0] ?? '').trim());
  if (found === null) return null;
  const named = { thread: Number(found[1]), number: Number(found[2] ?? found[3] ?? 1) };
  const [stands = named] = await presentPlaces(tx, [named]);
  const [category] = await tx.query<{ audience: Audience }>(
    'select c.audience from thread t join category c on c.id = t.category_id where t.id = $1',
    [thread],
  );
  const [post] = await tx.query(
    `select 1 from post p join category c on c.id = p.category_id where p.thread_id = $1 and p.number = $2
       and p.gone is null and c.audience = any($3)`,
    [stands.thread, stands.number, category === undefined ? [] : audiencesOf(category.audience)],
  );
  return post === undefined ? null : named;
}
