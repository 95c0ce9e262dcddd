import { Invitations } from '../administration/invitations.js';
import type { Mark } from '../desk/moving/mark-thread.js';
import { Calls } from '../desk/calls/calls.js';
import { Marks } from '../desk/moving/marks.js';
import { ModeratedThreads } from '../desk/moving/moderated-threads.js';
import { Moves } from '../desk/moving/moves.js';
import { Notes } from '../desk/people/notes.js';
import { Suspensions } from '../desk/people/suspensions.js';
import { TeamEdits } from '../desk/decisions/team-edits.js';
import type { Act } from './act.js';
import { spot } from './aftermath.js';
import { ADMINISTRATOR } from './cast.js';
import type { DatedChapter } from './chapter.js';
import { type Stage, unlessDone } from './stage.js';

const DAY = 24 * 3600 * 1000;

/**
 * What the team did besides deciding: threads locked, pinned and split, a call set, a post edited, somebody
 * suspended, notes for one another.
 */
export function teamActs(chapters: DatedChapter[], now: Date): Act[] {
  const act = (days: number, deed: (stage: Stage, at: Date) => Promise<unknown>): Act => {
    const at = new Date(now.getTime() - days * DAY);
    return { at, alone: (stage) => unlessDone(deed(stage, at)) };
  };
  const mark = (days: number, moderator: string, beginning: string, what: Mark): Act => {
    const title = chapters.find((chapter) => chapter.title.startsWith(beginning))?.title ?? beginning;
    return act(days, (stage, at) => new Marks(stage.writer).mark(stage.who(moderator), stage.thread(title), what, at));
  };
  const note = (days: number, moderator: string, about: string, words: string): Act =>
    act(days, (stage, at) => new Notes(stage.writer).add(stage.who(moderator), stage.member(about), words, at));
  const asked = chapters.find((chapter) => chapter.title.startsWith('Modèle de demande'))?.title ?? '';
  const until = new Date(now.getTime() + 60 * DAY).toISOString().slice(0, 10);
  const aside = spot(chapters, 'Rendre nos réunions', 'Je peux garder les enfants');
  const named = spot(chapters, 'Avis favorable', 'Lu par une conseillère');
  return [
    act(2, (stage, at) =>
      new Invitations(stage.writer).invite(stage.who(ADMINISTRATOR), { role: 'organizer', categories: [] }, at),
    ),
    mark(200, 'Augustin Pell', 'Modèle de demande', 'pin'),
    act(3, (stage, at) =>
      new Calls(stage.writer).set(
        stage.who('Rozenn Le Du'),
        stage.thread(asked),
        { url: 'https://petition.example/halle', words: 'Demander le plan des caméras avec nous', until },
        at,
      ),
    ),
    mark(30, 'Nadia Kherfi', 'Glossaire', 'pin'),
    mark(9, 'Ilyès Carpentier', 'Affiche de l’exposition', 'lock'),
    mark(1, 'Nadia Kherfi', 'Les compteurs de vélos', 'lock'),
    act(12, (stage, at) =>
      new Moves(stage.writer, new ModeratedThreads(stage.writer)).move(
        stage.who('Nadia Kherfi'),
        {
          thread: stage.thread(aside.title),
          numbers: [aside.number],
          follow: false,
          to: { title: 'Qui garde les enfants pendant les réunions ?', category: 'ateliers' },
        },
        at,
      ),
    ),
    act(15, (stage, at) =>
      new TeamEdits(stage.writer).edit(
        stage.who('Firmin Dastugue'),
        { thread: stage.thread(named.title), number: named.number },
        {
          text: named.text.replace('du pot de départ de M. Untel', 'd’un pot de départ'),
          reason: 'personal-data',
          remark: 'Un nom retiré, rien d’autre.',
          version: 0,
          language: 'fr',
        },
        at,
      ),
    ),
    act(14, (stage, at) =>
      new Suspensions(stage.writer).suspend(
        stage.who('Nadia Kherfi'),
        stage.member('Casimir Brochet'),
        { length: 'month', day: '', why: 'Deux messages d’insultes à la même personne, malgré un renvoi expliqué.' },
        at,
      ),
    ),
    note(
      14,
      'Nadia Kherfi',
      'Casimir Brochet',
      'Suspendu un mois. Il a écrit depuis pour présenter ses excuses : à relire à son retour, sans a priori.',
    ),
    note(
      20,
      'Ilyès Carpentier',
      'Maud Tessier',
      'Écrit vite, corrige vite. Un renvoi avec une question suffit toujours.',
    ),
    note(
      3,
      'Nadia Kherfi',
      'Éloïse Granger',
      'Nouvelle, très bonnes questions. On peut l’inviter à la prochaine permanence.',
    ),
  ];
}
