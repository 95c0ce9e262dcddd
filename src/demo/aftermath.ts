import type { Act } from './act.js';
import { appealAct } from './appealing.js';
import type { DatedChapter } from './chapter.js';
import { labelOf } from './conversation.js';
import type { Stage } from './stage.js';
import { texts } from './texts/waiting-texts.js';

const HOUR = 3_600_000;

/** A published message of the demonstration. */
export interface Spot {
  title: string;
  number: number;
  by: string;
  text: string;
  publishedAt: Date;
}

/** The message of this thread that begins so. */
export function spot(chapters: DatedChapter[], thread: string, beginning: string): Spot {
  const chapter = chapters.find(({ title }) => title.startsWith(thread));
  const place =
    chapter === undefined ? -1 : [chapter, ...chapter.replies].findIndex(({ text }) => text.startsWith(beginning));
  const found = chapter && [chapter, ...chapter.replies][place];
  if (chapter === undefined || found === undefined) throw new Error(`nobody says « ${beginning} » in « ${thread} »`);
  return { title: chapter.title, number: place + 1, by: found.by, text: found.text, publishedAt: found.publishedAt };
}

/** What happened to messages after their publication: edited, taken down, withdrawn. */
export function aftermath(chapters: DatedChapter[], now: Date): Act[] {
  const after = ({ publishedAt }: Spot, hours: number): Date =>
    new Date(Math.min(publishedAt.getTime() + hours * HOUR, now.getTime() - HOUR));
  const edit = (one: Spot, text: string, hours: number): Act => {
    const moments = {
      writtenAt: after(one, hours - 1.4),
      publishedAt: after(one, hours),
      moderator: 'Augustin Pell',
      second: 'Nadia Kherfi',
    };
    return {
      at: moments.publishedAt,
      async perform(stage, tx) {
        const words = { kind: 'edit' as const, thread: stage.thread(one.title), number: one.number, text, version: 0 };
        await stage.publish(tx, `edit of ${labelOf(one.title, one.number)}`, one.by, words, moments);
      },
    };
  };
  const alone = (one: Spot, hours: number, deed: (stage: Stage, at: Date) => Promise<void>): Act => ({
    at: after(one, hours),
    alone: (stage) => deed(stage, after(one, hours)),
  });
  const named = spot(chapters, 'Une caméra dans notre hall', "Le gardien c'est");
  const doubted = spot(chapters, 'Querbignac', "J'ai un cousin");
  const regretted = spot(chapters, 'La caméra de la déchetterie', 'On pourrait la tourner');
  const doubtedOnce = spot(chapters, 'Tram', "J'y étais. Le bébé");
  const MINUTES_AGO = 700;
  return [
    appealAct(
      labelOf(named.title, named.number),
      texts.gardienRecours,
      new Date(now.getTime() - MINUTES_AGO * 60_000),
    ),
    alone(doubtedOnce, 3, (stage, at) =>
      stage.takeDown(
        'Ilyès Carpentier',
        stage.thread(doubtedOnce.title),
        doubtedOnce.number,
        { reason: 'personal-data', remark: 'On reconnaît la mère et son enfant.' },
        at,
      ),
    ),
    alone(doubtedOnce, 5, (stage, at) =>
      stage.restore(
        'Nadia Kherfi',
        stage.thread(doubtedOnce.title),
        doubtedOnce.number,
        'Relu à deux : personne n’est reconnaissable.',
        at,
      ),
    ),
    edit(spot(chapters, 'Ostremont : verbalisé', 'Contesté'), texts.corrige, 61),
    edit(spot(chapters, 'Les délais', 'Imprimé, plastifié'), texts.corrigeFrigo, 200),
    edit(spot(chapters, 'Glossaire', '« {{Anonymisation'), texts.corrigeMots, 4),
    alone(named, 5, (stage, at) =>
      stage.takeDown(
        'Nadia Kherfi',
        stage.thread(named.title),
        named.number,
        { reason: 'personal-data', remark: '' },
        at,
      ),
    ),
    alone(doubted, 30, (stage, at) => stage.withdraw(stage.received(labelOf(doubted.title, doubted.number)), at)),
    alone(regretted, 12, (stage, at) =>
      stage.withdraw(stage.received(labelOf(regretted.title, regretted.number)), at),
    ),
  ];
}
