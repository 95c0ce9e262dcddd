import type { Act } from './act.js';
import { spot } from './aftermath.js';
import type { DatedChapter } from './chapter.js';
import { labelOf } from './conversation.js';
import type { Stage, Words } from './stage.js';
import { micros, texts } from './texts/waiting-texts.js';

const MINUTE = 60_000;

interface Decided {
  by: string;
  after: number;
  decision: 'return' | 'refuse' | 'spam';
  reason?: string;
  remark?: string;
}

/** A message that is not published: who, how many minutes ago, what, and what became of it. */
interface Unpublished {
  by: string;
  email?: string;
  ago: number;
  words(stage: Stage): Words;
  decided?: Decided;
  withdrawnAfter?: number;
}

const reply = (title: string, text: string, replyTo: number | null = null) => (stage: Stage): Words =>
  ({ kind: 'reply', thread: stage.thread(title), text, replyTo });
const thread = (category: string, title: string, text: string) => (): Words => ({ kind: 'thread', category, title, text });

function edit(chapters: DatedChapter[], title: string, beginning: string, text: string, version = 0): (stage: Stage) => Words {
  const at = spot(chapters, title, beginning);
  return (stage) => ({
    kind: 'edit', thread: stage.thread(at.title), number: at.number, text, version, follow: stage.received(labelOf(at.title, at.number)).token,
  });
}

/** What lies at the desk at the start, and what was sent back, refused or taken back before. */
export function waiting(chapters: DatedChapter[], now: Date): Act[] {
  const list: Unpublished[] = [
    { by: 'Maud Tessier', ago: 11, words: reply(micros, texts.fiche, 5) },
    { by: 'Une riveraine', email: 'riveraine@courriel.example', ago: 2, words: edit(chapters, micros, "J'ai posé la question au guichet", texts.renverse) },
    { by: 'Jibril', ago: 34, words: thread('videosurveillance-algorithmique', 'Mérinvault : le stade remet ça avec un autre fournisseur', texts.nouveauStade) },
    { by: 'Locataire de Vaugrenet', email: 'locataire@courriel.example', ago: 63, words: thread('villes', 'Vaugrenet : des caméras dans les parties communes', texts.affiche) },
    { by: '', ago: 88, words: reply(micros, texts.colere) },
    { by: 'Gaspard Trouvé', ago: 97, words: edit(chapters, 'Combien ça coûte', 'Le chiffre annoncé', texts.tableau) },
    { by: 'Bricoleur', ago: 131, words: reply('Mes parents sont pour. Comment en parler à table ?', texts.balises) },
    { by: 'Paul', ago: 150, words: reply(micros, texts.double) },
    { by: 'Paul', ago: 151, words: reply('Ostremont : verbalisé par caméra place de la Halle', texts.double) },
    { by: 'kits pas chers', ago: 173, words: reply('Matériel pour relever discrètement (et poliment)', texts.liens) },
    { by: 'Solveig', ago: 204, words: reply(micros, texts.oreille, 6) },
    { by: 'Un qui sait', ago: 290, words: reply('Référé ou pas référé ? Retour d’expérience', texts.telephone) },
    { by: 'Passante', ago: 341, words: reply('Lannevert : un groupe de voisins et le portail du collège', texts.nomme) },
    { by: 'Maud Tessier', ago: 1_500, words: reply('Combien ça coûte, vraiment ? Le tableau de Val-Brézin', texts.sansSource), decided: { by: 'Ilyès Carpentier', after: 95, decision: 'return', remark: 'Où avez-vous lu ces condamnations ? Avec un lien ou une date, votre message passe tout de suite.' } },
    { by: 'Passante', ago: 2_100, words: reply(micros, texts.plaque), decided: { by: 'Ilyès Carpentier', after: 40, decision: 'return', remark: 'Votre observation est utile. Retirez seulement la plaque et nous publions dans l’heure.' } },
    { by: 'Passante', ago: 560, words: reply('Port-Elvain : les mâts du quai changés pendant la nuit', texts.plaqueSuite) },
    { by: 'Franc-parleur', ago: 3_300, words: reply('Hyperviseur de Port-Elvain : lisons le cahier des charges ensemble', texts.insulte), decided: { by: 'Nadia Kherfi', after: 130, decision: 'refuse', reason: 'insult', remark: 'Le désaccord est bienvenu, pas l’insulte à une personne.' } },
    { by: 'Maud Tessier', ago: 9_400, words: reply('Cambrelin : qui regarde les écrans la nuit ?', texts.rumeur), decided: { by: 'Augustin Pell', after: 61, decision: 'refuse', reason: 'unsourced', remark: 'Une accusation grave demande une source, et une voiture n’en est pas une.' } },
    { by: 'Nageur', ago: 12_000, words: thread('villes', 'Et la piscine ?', texts.piscine), decided: { by: 'Ilyès Carpentier', after: 200, decision: 'refuse', reason: 'off-topic' } },
    { by: 'Docteur Mince', ago: 4_000, words: reply('Fanzine : il nous faut un titre', texts.pilules), decided: { by: 'Nadia Kherfi', after: 25, decision: 'spam' } },
    { by: 'Bonus', ago: 7_700, words: thread('documents', 'Bonus de bienvenue', texts.casino), decided: { by: 'Firmin Dastugue', after: 300, decision: 'spam' } },
    { by: 'Maud Tessier', ago: 5_300, words: reply('Référé ou pas référé ? Retour d’expérience', texts.doute), withdrawnAfter: 55 },
  ];
  return list.flatMap((one, place) => acts(one, `unpublished ${place}`, now));
}

function acts(one: Unpublished, label: string, now: Date): Act[] {
  const sentAt = new Date(now.getTime() - one.ago * MINUTE);
  const after = (minutes: number): Date => new Date(sentAt.getTime() + minutes * MINUTE);
  const sending: Act = {
    at: sentAt,
    async perform(stage, tx) {
      await stage.send(tx, label, { name: one.by, email: one.email ?? '' }, one.words(stage), sentAt);
    },
  };
  const { decided, withdrawnAfter } = one;
  const then: Act[] = [];
  if (decided !== undefined) {
    const { by, after: minutes, decision, reason, remark = '' } = decided;
    then.push({ at: after(minutes), alone: (stage) => stage.decide(by, stage.received(label), { decision, reasons: reason === undefined ? [] : [reason], remark }, after(minutes)) });
  }
  if (withdrawnAfter !== undefined)
    then.push({ at: after(withdrawnAfter), alone: (stage) => stage.withdraw(stage.received(label), after(withdrawnAfter)) });
  return [sending, ...then];
}
