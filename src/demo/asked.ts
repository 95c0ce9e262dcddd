import { Durings } from '../desk/during/durings.js';
import type { Act } from './act.js';
import type { Stage } from './stage.js';
import { threadOf } from './workshop-acts.js';
import { READING } from './workshops.js';

const MINUTE = 60_000;
/** Minutes until somebody has read it. */
const READ_WITHIN = 40;

interface Said {
  by: string;
  /** Minutes ago. */
  ago: number;
  text: string;
  /** The number that it answers; null for a question. */
  answers: number | null;
}

const SAID: Said[] = [
  {
    by: 'Jibril',
    ago: 5_200,
    text: 'Faut-il avoir déjà reçu une réponse pour venir, ou peut-on lire celles des autres ?',
    answers: null,
  },
  {
    by: 'Solveig',
    ago: 4_700,
    text: 'On peut venir les mains vides : nous lirons celle de Peltre, où tout est dit trois fois et rien n’est joint.',
    answers: 2,
  },
  {
    by: 'Yann-du-port',
    ago: 900,
    text: 'Est-ce que quelqu’un prendra des notes pour celles et ceux qui travaillent ce soir-là ?',
    answers: null,
  },
];

/**
 * What was asked about a workshop, one question with its answer and one without, and that the team holds no known
 * members while it runs.
 */
export function asked(now: Date): Act[] {
  const before = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE);
  return [
    ...SAID.map(({ by, ago, text, answers }, place): Act => {
      const publishedAt = before(ago - READ_WITHIN);
      const moments = { writtenAt: before(ago), publishedAt, moderator: 'Nadia Kherfi', second: 'Ilyès Carpentier' };
      return {
        at: publishedAt,
        async alone(stage: Stage) {
          const thread = await threadOf(stage, READING);
          const words = { kind: 'reply' as const, thread, text, replyTo: answers, question: answers === null };
          await stage.writer.transaction((tx) => stage.publish(tx, `asked ${place}`, by, words, moments));
        },
      };
    }),
    {
      at: before(600),
      async alone(stage: Stage) {
        const thread = await threadOf(stage, READING);
        await new Durings(stage.writer).set(stage.who('Nadia Kherfi'), thread, true, before(600));
      },
    },
  ];
}
