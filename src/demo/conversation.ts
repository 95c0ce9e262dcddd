import type { Transaction } from '../database/transaction.js';
import { quote } from '../markup/quote.js';
import type { Act } from './act.js';
import type { DatedChapter, Message } from './chapter.js';
import type { Dice } from './dice.js';
import type { Stage } from './stage.js';

/** The name that a quote shows for an author who gave none. */
const NAMELESS = 'Sans pseudonyme';

/** The label under which the stage knows a message. */
export function labelOf(title: string, number: number): string {
  return `${title} ${number}`;
}

/** What happened in one thread: its opening, then its replies, each at the moment of its publication. */
export function conversation(chapter: DatedChapter, dice: Dice): Act[] {
  const { title, category, by, text, writtenAt, publishedAt } = chapter;
  const opening: Act = {
    at: publishedAt,
    async perform(stage: Stage, tx: Transaction) {
      const moments = { writtenAt, publishedAt, ...team(by, category, dice) };
      const received = await stage.publish(
        tx,
        labelOf(title, 1),
        by,
        { kind: 'thread', category, title, text },
        moments,
      );
      stage.threads.set(title, received.published?.thread ?? (await opened(tx, received.submission)));
    },
  };
  return [opening, ...chapter.replies.map((message, place) => reply(chapter, message, place + 2, dice))];
}

function reply(chapter: DatedChapter, message: Message, number: number, dice: Dice): Act {
  const { by, writtenAt, publishedAt, replyTo } = message;
  return {
    at: publishedAt,
    async perform(stage: Stage, tx: Transaction) {
      const thread = stage.thread(chapter.title);
      const words = { kind: 'reply' as const, thread, text: written(chapter, message, thread), replyTo };
      await stage.publish(tx, labelOf(chapter.title, number), by, words, {
        writtenAt,
        publishedAt,
        ...team(by, chapter.category, dice),
      });
    },
  };
}

function written(chapter: DatedChapter, { quoted, text }: Message, thread: number): string {
  if (quoted === null) return text;
  const said = quoted.number === 1 ? chapter : chapter.replies[quoted.number - 2];
  const name = said?.by === undefined || said.by === '' ? NAMELESS : said.by;
  return quote(quoted.words, { name, thread, number: quoted.number, label: `nº ${quoted.number}` }) + text;
}

/** A member of the team who did not write the message; the category for documents has a moderator of its own. */
function team(by: string, category: string, dice: Dice): { moderator: string; second: string } {
  const names = [
    'Ilyès Carpentier',
    'Ilyès Carpentier',
    'Nadia Kherfi',
    'Augustin Pell',
    ...(category === 'documents' ? ['Firmin Dastugue', 'Firmin Dastugue'] : []),
  ];
  const moderator = dice.pick(names.filter((name) => name !== by));
  return { moderator, second: names.find((name) => name !== by && name !== moderator) ?? moderator };
}

/** A thread that waited is known by its submission. */
async function opened(tx: Transaction, submission: string): Promise<number> {
  const [row] = await tx.query<{ thread: number }>('select thread_id as thread from desk.submission where id = $1', [
    submission,
  ]);
  if (row === undefined) throw new Error('a thread was accepted and is nowhere');
  return row.thread;
}
