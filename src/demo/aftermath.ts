import type { Act } from './act.js';
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
}

/** The message of this thread that begins so. */
export function spot(chapters: DatedChapter[], thread: string, beginning: string): Spot {
  const chapter = chapters.find(({ title }) => title.startsWith(thread));
  const place = chapter === undefined ? -1 : [chapter, ...chapter.replies].findIndex(({ text }) => text.startsWith(beginning));
  const found = chapter && [chapter, ...chapter.replies][place];
  if (chapter === undefined || found === undefined) throw new Error(`nobody says « ${beginning} » in « ${thread} »`);
  return { title: chapter.title, number: place + 1, by: found.by };
}

/** What happened to messages after their publication: edited, taken down, withdrawn. */
export function aftermath(chapters: DatedChapter[], now: Date): Act[] {
  const ago = (hours: number): Date => new Date(now.getTime() - hours * HOUR);
  const edit = (at: Spot, text: string, hours: number): Act => ({
    at: ago(hours),
    async perform(stage, tx) {
      const words = { kind: 'edit' as const, thread: stage.thread(at.title), number: at.number, text, version: 0 };
      await stage.publish(tx, `edit of ${labelOf(at.title, at.number)}`, at.by, words, {
        writtenAt: ago(hours + 1.4), publishedAt: ago(hours), moderator: 'Augustin Pell',
      });
    },
  });
  const alone = (hours: number, deed: (stage: Stage, at: Date) => Promise<void>): Act => ({ at: ago(hours), alone: (stage) => deed(stage, ago(hours)) });
  const named = spot(chapters, 'Querbignac', "J'ai un cousin");
  const regretted = spot(chapters, 'La caméra de la déchetterie', 'On pourrait la tourner');
  const taken = spot(chapters, 'Une caméra dans notre hall', "Le gardien c'est");
  return [
    edit(spot(chapters, 'Ostremont : verbalisé', 'Contesté'), texts.corrige, 300),
    edit(spot(chapters, 'Les délais', 'Imprimé, plastifié'), texts.corrigeFrigo, 52),
    edit(spot(chapters, 'Glossaire', '« {{Anonymisation'), texts.corrigeMots, 29),
    alone(2_600, (stage, at) => stage.takeDown('Nadia Kherfi', stage.thread(taken.title), taken.number, { reason: 'personal-data', remark: '' }, at)),
    alone(1_900, (stage, at) => stage.withdrawPost(named.by, stage.thread(named.title), named.number, at)),
    alone(31, (stage, at) => stage.withdraw(stage.received(labelOf(regretted.title, regretted.number)), at)),
  ];
}
