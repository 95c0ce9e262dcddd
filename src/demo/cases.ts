import { plusDays } from '../clock/day.js';
import type { Transaction } from '../database/transaction.js';
import type { TypedFacts } from '../submissions/thread-facts/facts.js';
import { localOf } from '../workshops/local-time.js';
import type { Act } from './act.js';
import { type Stage, unlessDone } from './stage.js';
import { TOLD_CASES, type ToldCase, type ToldStep, WAITING_PROPOSAL, WAITING_STEPS } from './texts/cases.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const ZONE = 'Europe/Paris';
/** Until somebody has read it. */
const READ_WITHIN = HOUR / 2;
const TEAM = { moderator: 'Nadia Kherfi', second: 'Ilyès Carpentier' };

/** What is told of a day is written in the evening of that day, each a little later than the one before. */
function moments(now: Date, ago: number, place: number): { writtenAt: Date; publishedAt: Date } {
  const writtenAt = new Date(now.getTime() - ago * DAY + place * 60_000);
  return { writtenAt, publishedAt: new Date(writtenAt.getTime() + READ_WITHIN) };
}

function typed(facts: Readonly<Record<string, string | readonly string[]>>): TypedFacts {
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, [value].flat()]));
}

/** Local cases in every state with what happened in them; three steps and a proposal wait at the desk. */
export function cases(now: Date): Act[] {
  return [
    ...TOLD_CASES.flatMap((told, place) => [opened(now, told, place), ...told.steps.map(noted(now, told, place))]),
    ...WAITING_STEPS.map(waits(now)),
    proposed(now),
  ];
}

function opened(now: Date, told: ToldCase, place: number): Act {
  const { by, title, text } = told;
  const at = moments(now, told.ago, place);
  const said = factsOfCase(told);
  return {
    at: at.publishedAt,
    async perform(stage, tx) {
      const words = { kind: 'case' as const, category: 'villes', title, text, facts: said };
      await unlessDone(stage.publish(tx, labelOf(told), by, words, { ...at, ...TEAM }));
    },
  };
}

function noted(now: Date, told: ToldCase, place: number) {
  return (step: ToldStep, index: number): Act => {
    const [ago, kind, text] = step;
    const at = moments(now, ago, place + 18 * (index + 1));
    return {
      at: at.publishedAt,
      async perform(stage, tx) {
        const words = {
          kind: 'step' as const,
          thread: await threadOf(stage, tx, told),
          text,
          facts: factsOf(now, step),
        };
        await unlessDone(stage.publish(tx, `${labelOf(told)} ${ago} ${kind}`, told.by, words, { ...at, ...TEAM }));
      },
    };
  };
}

function waits(now: Date) {
  return ([by, beginning, step]: (typeof WAITING_STEPS)[number], place: number): Act => {
    const told = TOLD_CASES.find(({ title }) => title.startsWith(beginning)) as ToldCase;
    const { writtenAt } = moments(now, step[0] / 24, place);
    return {
      at: writtenAt,
      async perform(stage, tx) {
        const thread = await threadOf(stage, tx, told);
        const words = { kind: 'step' as const, thread, text: step[2], facts: factsOf(now, step) };
        await unlessDone(stage.send(tx, `waiting step of ${beginning}`, { name: by }, words, writtenAt));
      },
    };
  };
}

function proposed(now: Date): Act {
  const { by, title: beginning, ago, text, status } = WAITING_PROPOSAL;
  const told = TOLD_CASES.find(({ title }) => title.startsWith(beginning)) as ToldCase;
  const { writtenAt } = moments(now, ago, 0);
  return {
    at: writtenAt,
    async perform(stage, tx) {
      const thread = await threadOf(stage, tx, told);
      const facts = factsOfCase({ ...told, status });
      const words = { kind: 'edit' as const, thread, number: 1, version: 0, title: told.title, text, facts };
      await unlessDone(stage.send(tx, `proposal of ${beginning}`, { name: by }, words, writtenAt));
    },
  };
}

function factsOfCase({ town, status, authority = 'municipality', themes, facts = {} }: ToldCase): TypedFacts {
  return typed({ town, status, authority, themes, ...facts });
}

function labelOf({ title }: ToldCase): string {
  return `case ${title}`;
}

function factsOf(now: Date, [ago, kind, , facts = {}]: ToldStep): TypedFacts {
  const today = localOf(now, ZONE).slice(0, 10);
  return typed({ kind, dated: plusDays(today, -ago), ...facts });
}

async function threadOf(stage: Stage, tx: Transaction, told: ToldCase): Promise<number> {
  const [row] = await tx.query<{ thread: number | null }>(
    'select thread_id as thread from desk.submission where id = $1',
    [stage.received(labelOf(told)).submission],
  );
  if (row === undefined || row.thread === null) throw new Error(`« ${told.title} » has not been opened`);
  return row.thread;
}
