import type { Verdict } from '../desk/decisions/verdict.js';
import type { Act } from './act.js';
import { appealAct, appealDecision } from './appealing.js';
import type { Stage, Words } from './stage.js';

const MINUTE = 60_000;

/** What a moderator decided, so many minutes after it was sent. */
export interface Judgement {
  by: string;
  after: number;
  decision: Verdict['decision'];
  reason?: string;
  remark?: string;
  /** The team's own words, and an answer, with an acceptance. */
  text?: string;
  reply?: string;
  /** Somebody took that back, so many minutes after it. */
  undone?: { by: string; after: number };
}

/** What an author said against a refusal, so many minutes after sending, and how it ended if it has. */
export interface Objection {
  after: number;
  text: string;
  judged?: Judgement;
}

/** A message with a story at the desk: who, how many minutes ago, what, and what became of it. */
export interface Unpublished {
  /** The name by which the stage finds the message again; its position in the list when left out. */
  label?: string;
  by: string;
  email?: string;
  ago: number;
  words: (stage: Stage) => Words;
  judged?: Judgement[];
  withdrawnAfter?: number;
  objection?: Objection;
}

function verdictOf({ decision, reason, remark = '', text, reply }: Judgement): Partial<Verdict> {
  return {
    decision,
    reasons: reason === undefined ? [] : [reason],
    remark,
    ...(text !== undefined && { text }),
    ...(reply !== undefined && { reply }),
  };
}

function judging(label: string, sentAt: Date, judgement: Judgement): Act[] {
  const at = later(sentAt, judgement.after);
  const { by, undone } = judgement;
  const deed: Act = {
    at,
    perform: (stage, tx) => stage.decideIn(tx, by, stage.received(label), verdictOf(judgement), at),
  };
  if (undone === undefined) return [deed];
  const undoneAt = later(at, undone.after);
  return [deed, { at: undoneAt, alone: (stage) => stage.undo(undone.by, stage.received(label), at, undoneAt) }];
}

function objecting(label: string, sentAt: Date, { after, text, judged }: Objection): Act[] {
  const at = later(sentAt, after);
  const appeal = appealAct(label, text, at);
  return judged === undefined
    ? [appeal]
    : [appeal, appealDecision(label, judged.by, verdictOf(judged), later(at, judged.after))];
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE);
}

/** Everything that happened to one message, from its sending on. */
export function acts(
  { by, email = '', ago, words, judged = [], withdrawnAfter, objection }: Unpublished,
  label: string,
  now: Date,
): Act[] {
  const sentAt = later(now, -ago);
  const sending: Act = {
    at: sentAt,
    async perform(stage, tx) {
      await stage.send(tx, label, { name: by, email }, words(stage), sentAt);
    },
  };
  const then = judged.flatMap((judgement) => judging(label, sentAt, judgement));
  if (objection !== undefined) then.push(...objecting(label, sentAt, objection));
  if (withdrawnAfter !== undefined) {
    const at = later(sentAt, withdrawnAfter);
    then.push({ at, alone: (stage) => stage.withdraw(stage.received(label), at) });
  }
  return [sending, ...then];
}
