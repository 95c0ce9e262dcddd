import { Hosts } from '../registrations/hosts.js';
import { Polls } from '../registrations/polls/polls.js';
import type { DateChange } from '../registrations/changed-dates.js';
import { HostsWords } from '../registrations/words.js';
import { WorkshopDates } from '../registrations/workshop-dates.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Visitor } from '../visitors/visitor.js';
import type { Act } from './act.js';
import { type Stage, unlessDone } from './stage.js';
import { labelOf, localAt } from './workshops.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOST = 'Rozenn Le Du';

/** Those that somebody runs; the others wait for an organizer. */
const RUN = [
  'Qui nous regarde ? Une conférence, trois ateliers',
  'Permanence : écrire sa demande de documents',
  'Lire un marché public à plusieurs',
  'Repérer les capteurs du tram, ligne par ligne',
  'Pique-nique des cartographes',
  'Relire ensemble la charte du forum',
];

/** What people can come to, by the places of the dates: yes to the first ones, if need be to the second. */
const ANSWERS: [number[], number[]][] = [
  [[0, 2], []],
  [[0], [1]],
  [[1, 2], [0]],
  [[2], []],
  [[0, 1, 2], []],
  [[], [2]],
];

/** What they write to those who have registered; it waits at the desk for one of its words. */
const WORDS = `Bonjour à toutes et à tous. Venez par la cour : la grande porte est en travaux, et la sonnette aussi.

Si vous avez un plan du quartier sur papier, apportez-le. Pour les crêpes, il nous manque une balance.`;

/**
 * What hosts did: workshops taken on, one moved, one cancelled, one date of a series, words to the registered, and what
 * people answer.
 */
export function workshopActs(now: Date): Act[] {
  const act = (ago: number, deed: (stage: Stage, at: Date) => Promise<unknown>): Act => {
    const at = new Date(now.getTime() - ago);
    return { at, alone: (stage) => unlessDone(deed(stage, at)) };
  };
  const change = (ago: number, title: string, place: number, wish: Partial<DateChange>): Act =>
    act(ago, async (stage, at) => {
      const thread = await threadOf(stage, title);
      const [date] = await stage.writer.query<{ id: string }>(
        'select id from workshop_date where thread_id = $1 order by position offset $2 limit 1',
        [thread, place],
      );
      const whole = { action: 'cancel', scope: 'one', start: '', end: '', reason: '', seats: '', ...wish } as const;
      await new WorkshopDates(stage.writer).act(stage.who(HOST), thread, date?.id ?? '', whole, at);
    });
  return [
    ...RUN.map((title, place) =>
      act(3 * DAY - place * HOUR, async (stage, at) =>
        new Hosts(stage.writer).act(stage.who(HOST), await threadOf(stage, title), { action: 'take', member: '' }, at),
      ),
    ),
    change(2 * DAY, 'Repérer les capteurs du tram, ligne par ligne', 0, {
      action: 'move',
      start: localAt(now, 19, '14:00'),
      end: localAt(now, 19, '17:00'),
    }),
    change(DAY, 'Pique-nique des cartographes', 0, { action: 'cancel', reason: 'weather' }),
    change(DAY, 'Permanence : écrire sa demande de documents', 2, { action: 'cancel', reason: 'place-lost' }),
    act(3 * HOUR, async (stage, at) => {
      const thread = await threadOf(stage, 'Qui nous regarde ? Une conférence, trois ateliers');
      const said = { thread, to: 'all', text: WORDS, key: stage.key('words of hosts'), language: 'fr' as const };
      await new HostsWords(stage.writer, stage.reception).send(stage.who(HOST), said, at);
    }),
    ...ANSWERS.map(([yes, maybe], place) =>
      act(DAY - place * HOUR, async (stage, at) => {
        const thread = await threadOf(stage, 'Relire ensemble la charte du forum');
        const asked = await stage.writer.query<{ id: string }>(
          'select id from workshop_candidate where thread_id = $1 order by position',
          [thread],
        );
        const chosen = (places: number[]): string[] => places.flatMap((each) => asked[each]?.id ?? []);
        await new Polls(stage.writer, new InstallationSecret(stage.writer)).answer(
          Visitor.guest(),
          thread,
          { yes: chosen(yes), maybe: chosen(maybe), name: '', key: stage.key(`answer ${place}`) },
          at,
        );
      }),
    ),
  ];
}

export async function threadOf(stage: Stage, title: string): Promise<number> {
  const { submission } = stage.received(labelOf(title));
  const [row] = await stage.writer.query<{ thread: number | null }>(
    'select thread_id as thread from desk.submission where id = $1',
    [submission],
  );
  if (row?.thread == null) throw new Error(`« ${title} » has not been published`);
  return row.thread;
}
