import { Appeals } from '../desk/appeals/appeals.js';
import type { Verdict } from '../desk/decisions/verdict.js';
import type { Act } from './act.js';

/** The author of the message with this label appeals; a repetition with the same words changes nothing. */
export function appealAct(label: string, text: string, at: Date): Act {
  return {
    at,
    alone: (stage) =>
      new Appeals(stage.writer).appeal({ token: stage.received(label).token }, { text, language: 'fr' }, at),
  };
}

/** Somebody else than the one who refused looks at it again. */
export function appealDecision(label: string, moderator: string, verdict: Partial<Verdict>, at: Date): Act {
  return {
    at,
    async alone(stage) {
      const [appeal] = await stage.writer.query<{ submission: string }>(
        'select id as submission from desk.submission where appeals = $1',
        [stage.received(label).submission],
      );
      if (appeal === undefined) throw new Error(`nobody has appealed for « ${label} »`);
      await stage.decide(moderator, appeal, verdict, at);
    },
  };
}
