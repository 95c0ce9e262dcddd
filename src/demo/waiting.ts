import type { Act } from './act.js';
import type { DatedChapter } from './chapter.js';
import { deskScript, edit, reply, thread } from './desk-script.js';
import { stories } from './stories.js';
import { deskCategories } from './texts/desk-categories.js';
import { deskTowns } from './texts/desk-towns.js';
import { micros, texts } from './texts/waiting-texts.js';
import { cases } from './cases.js';
import { asked } from './asked.js';
import { workshopActs } from './workshop-acts.js';
import { workshops } from './workshops.js';
import { acts, type Unpublished } from './unpublished.js';

/** What lies at the desk at the start with nothing decided about it yet. */
function untouched(chapters: DatedChapter[]): Unpublished[] {
  const to = (title: string, text: string, answered?: string): Unpublished['words'] =>
    reply(chapters, title, text, answered);
  return [
    { by: 'Maud Tessier', ago: 11, words: to(micros, texts.fiche, 'Lu : « SN-A') },
    {
      email: 'riveraine@courriel.example',
      ago: 2,
      ...edit(chapters, micros, "J'ai posé la question au guichet", { text: texts.renverse }),
    },
    {
      by: 'Jibril',
      ago: 34,
      words: thread(
        'videosurveillance-algorithmique',
        'Mérinvault : le stade remet ça avec un autre fournisseur',
        texts.nouveauStade,
      ),
    },
    {
      label: 'waiting',
      by: 'Locataire de Vaugrenet',
      email: 'locataire@courriel.example',
      ago: 63,
      words: thread('villes', 'Vaugrenet : des caméras dans les parties communes', texts.affiche),
    },
    { by: '', ago: 88, words: to(micros, texts.colere) },
    { ago: 97, ...edit(chapters, 'Combien ça coûte', 'Le chiffre annoncé', { text: texts.tableau }) },
    { by: 'Bricoleur', ago: 131, words: to('Mes parents sont pour', texts.balises) },
    { by: 'Odile Marchenoir', ago: 150, words: to(micros, texts.double) },
    { by: 'Odile Marchenoir', ago: 151, words: to('Ostremont : verbalisé', texts.double) },
    { by: 'Paul', ago: 152, words: to(micros, texts.horaires) },
    { by: 'Paul', ago: 153, words: to('Ostremont : verbalisé', texts.horaires) },
    { by: 'kits pas chers', ago: 173, words: to('Matériel pour relever', texts.liens) },
    { by: 'Solveig', ago: 204, words: to(micros, texts.oreille, 'À cette cadence') },
    { by: 'Un qui sait', ago: 290, words: to('Référé ou pas référé', texts.telephone) },
    { by: 'Passante', ago: 341, words: to('Lannevert : un groupe', texts.nomme) },
    { by: 'Éloïse Granger', ago: 410, words: () => ({ kind: 'profile', text: texts.pageEloise }) },
    { by: 'Bertrand Ménoire', ago: 25, words: () => ({ kind: 'profile', text: texts.pageBertrand }) },
    { label: 'with a photo', by: 'Passante', ago: 560, words: to('Port-Elvain : les mâts', texts.plaqueSuite) },
  ];
}

/** What lies at the desk at the start, and what was decided about the last ones. */
export function unpublished(chapters: DatedChapter[]): Unpublished[] {
  return [
    ...untouched(chapters),
    ...deskScript(deskTowns, chapters),
    ...deskScript(deskCategories, chapters),
    ...stories(chapters),
  ];
}

export function waiting(chapters: DatedChapter[], now: Date): Act[] {
  return [
    ...unpublished(chapters).flatMap((one, place) => acts(one, one.label ?? `unpublished ${place}`, now)),
    ...workshops(now),
    ...workshopActs(now),
    ...asked(now),
    ...cases(now),
  ];
}
